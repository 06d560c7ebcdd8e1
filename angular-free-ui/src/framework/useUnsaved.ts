import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { forgetDraft, holdSession, keepDraft, leftDrafts, type Draft } from './drafts';
import { t } from './i18n';

interface Options {
  /** Name of what is written, the same at each visit (`event 0197…`): then it stands in this browser until it is saved, see `drafts.ts`. */
  keep?: () => string;
  /** Writes what is being typed into the form. */
  flush?: () => void;
}

/**
 * A form that is saved by a button: whoever leaves it unsaved, by a link or by closing the window, is asked. `settle` is called when it shows what
 * the server has: after it was loaded, and after it was saved. With `keep`, what a crash left is found by `look` and shown by the page (`left`).
 */
export function useUnsaved<T extends object>(value: () => T, options: Options = {}) {
  const session = crypto.randomUUID();
  const sign = computed(() => JSON.stringify(value()));
  const settled = ref(sign.value);
  const isChanged = computed(() => sign.value !== settled.value);
  const found = shallowRef<readonly Draft<T>[]>([]);
  const left = computed(() => found.value.filter((draft) => JSON.stringify(draft.value) !== settled.value));

  const forget = () => options.keep && forgetDraft(options.keep(), session);
  watch(sign, () => {
    if (options.keep === undefined) return;
    if (isChanged.value) keepDraft(options.keep(), session, value());
    else forget();
  });

  function settle() {
    settled.value = sign.value;
    forget();
  }

  async function look() {
    if (options.keep !== undefined) found.value = await leftDrafts<T>(options.keep());
  }

  /** It was taken back, or it is not wanted. */
  function dismiss(draft: Draft<T>) {
    if (options.keep !== undefined) forgetDraft(options.keep(), draft.session);
    found.value = found.value.filter((one) => one !== draft);
  }

  const warn = (event: BeforeUnloadEvent) => {
    options.flush?.();
    if (isChanged.value) event.preventDefault();
  };
  let letGo: (() => void) | undefined;
  onMounted(() => {
    window.addEventListener('beforeunload', warn);
    if (options.keep !== undefined) letGo = holdSession(session);
  });
  onBeforeUnmount(() => {
    window.removeEventListener('beforeunload', warn);
    letGo?.();
  });
  onBeforeRouteLeave(() => {
    options.flush?.();
    if (!isChanged.value) return true;
    const leaves = window.confirm(t('save.leaveAnyway'));
    if (leaves) forget();
    return leaves;
  });

  return { isChanged, left, settle, look, dismiss };
}
