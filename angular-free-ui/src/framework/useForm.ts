import { ref } from 'vue';
import { fieldErrors, messageOf } from './api/problem';

/**
 * Sends a form once: `submit` says whether it worked. What was typed stays; `errors` holds the messages of the
 * fields, `problem` the sentence for what belongs to no field.
 */
export function useForm() {
  const busy = ref(false);
  const problem = ref('');
  const errors = ref<Record<string, string>>({});

  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = '';
    errors.value = {};
    try {
      await work();
      return true;
    } catch (error) {
      errors.value = fieldErrors(error);
      problem.value = messageOf(error);
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, errors, submit };
}
