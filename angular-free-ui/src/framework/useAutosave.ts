import { computed, nextTick, onBeforeUnmount, onMounted, ref } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { announce } from '@/ui/toasts';
import { ApiError, messageOf } from './api/problem';
import { t } from './i18n';
import { clock } from './time';
import { useKeptDraft, type Keep } from './useKeptDraft';

export type SaveState = 'saved' | 'changed' | 'saving' | 'failed' | 'conflict';

interface Options<T> {
  /** Milliseconds. */
  wait?: number;
  retry?: number;
  /** Writes what is being typed and was told of by `typing`. */
  write?: () => void;
  keep?: Keep<T>;
}

/**
 * Saves by itself `wait` milliseconds after the last change, at once when the page is left, and again until it
 * works when there is no network. One save at a time; what was typed meanwhile is saved next. A conflict (409, 412)
 * stops saving and is the page's to solve: nothing is overwritten. With `keep`, what is not saved yet stands in this
 * browser as well; after a crash the page asks `look` and shows `left` (editor/DraftOffer.vue).
 */
export function useAutosave<T = undefined>(save: () => Promise<unknown>, options: Options<T> = {}) {
  const { session, isKept, left, keep, release, look, dismiss, recall } = useKeptDraft(options.keep);
  const online = ref(navigator.onLine);
  const state = ref<SaveState>('saved');
  const savedAt = ref<Date>();
  const error = ref<unknown>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let toldFailure = false;

  async function run() {
    state.value = 'saving';
    if (options.write) {
      options.write();
      await nextTick();
      // It is in what is saved now.
      again = false;
    }
    try {
      await save();
      savedAt.value = new Date();
      toldFailure = false;
      error.value = undefined;
      state.value = 'saved';
      // What was typed meanwhile is saved next: until then it stays here.
      if (!again) release();
      announce(t('save.savedAt', { time: clock(savedAt.value) }));
    } catch (problem) {
      error.value = problem;
      const conflict = problem instanceof ApiError && (problem.status === 409 || problem.status === 412);
      state.value = conflict ? 'conflict' : 'failed';
      // Once, not at each of the attempts that follow.
      if (!toldFailure) announce(text.value);
      toldFailure = true;
      if (!conflict && problem instanceof ApiError && (problem.status === 0 || problem.status >= 500)) schedule(options.retry ?? 5000);
    }
  }

  async function runUntilDone() {
    do {
      again = false;
      await run();
      // `again` was set by a change while the save was under way.
    } while ((again as boolean) && state.value !== 'conflict');
  }

  /** Saves now what is not saved yet, and waits for it. */
  async function flush(): Promise<boolean> {
    clearTimeout(timer);
    if (!running && (state.value === 'changed' || state.value === 'failed')) {
      running = runUntilDone().finally(() => (running = undefined));
    }
    await running;
    return state.value === 'saved';
  }

  function schedule(wait: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  }

  /** To be called at each key of a text that is written when the typing pauses: from the first one on there is something to save. */
  function typing() {
    if (state.value === 'conflict') return;
    if (running) {
      again = true;
      return;
    }
    state.value = 'changed';
    schedule(options.wait ?? 800);
  }

  /** To be called at each change. */
  function changed() {
    keep();
    typing();
  }

  /** After a conflict was solved. */
  function resume() {
    state.value = 'changed';
    schedule(0);
  }

  const pending = computed(() => state.value !== 'saved');
  const warn = (event: BeforeUnloadEvent) => {
    if (!pending.value) return;
    void flush();
    event.preventDefault();
  };
  const network = () => {
    online.value = navigator.onLine;
    if (online.value && state.value === 'failed') void flush();
  };
  onMounted(() => {
    window.addEventListener('beforeunload', warn);
    for (const event of ['online', 'offline']) window.addEventListener(event, network);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn);
    for (const event of ['online', 'offline']) window.removeEventListener(event, network);
    clearTimeout(timer);
  });
  onBeforeRouteLeave(async () => {
    if (!pending.value || state.value === 'conflict') return true;
    return (await flush()) || window.confirm(t('save.leaveAnyway'));
  });

  /** Where the text is while the hub does not have it. */
  function where() {
    if (options.keep === undefined) return '';
    return t(isKept.value ? 'save.keptHere' : 'save.onlyOnScreen');
  }

  const text = computed(() => {
    if (state.value === 'saving' || state.value === 'changed') return t('save.saving');
    if (state.value === 'failed') return [online.value ? t('save.failed', { reason: messageOf(error.value) }) : t('save.offline'), where()].join(' ').trim();
    if (state.value === 'conflict') return [`${t('save.conflict')}.`, where()].join(' ').trim();
    return savedAt.value ? t('save.savedAt', { time: clock(savedAt.value) }) : t('save.saved');
  });

  return { state, text, error, savedAt, pending, session, left, typing, changed, flush, resume, release, look, dismiss, recall };
}
