import { ref } from 'vue';
import { ApiError, fieldErrors, messageOf } from './api/problem';

/**
 * Sends a form once: `submit` says whether it worked. What was typed stays; `errors` holds the messages of the
 * fields, `problem` the sentence for what belongs to no field, `code` what it is called.
 */
export function useForm() {
  const busy = ref(false);
  const problem = ref('');
  const code = ref('');
  const errors = ref<Record<string, string>>({});

  async function submit(work: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false;
    busy.value = true;
    problem.value = code.value = '';
    errors.value = {};
    try {
      await work();
      return true;
    } catch (error) {
      errors.value = fieldErrors(error);
      problem.value = messageOf(error);
      code.value = (error instanceof ApiError && error.code) || '';
      return false;
    } finally {
      busy.value = false;
    }
  }

  return { busy, problem, code, errors, submit };
}
