import { ref } from 'vue';

/** What kept the last page from being opened, for the shell to tell. */
export const lastProblem = ref<unknown>();
