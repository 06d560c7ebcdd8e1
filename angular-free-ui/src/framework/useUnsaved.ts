import { computed, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { t } from './i18n';
import { useKeptDraft } from './useKeptDraft';

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
  const drafts = useKeptDraft(options.keep && { document: options.keep, value });
  const sign = computed(() => JSON.stringify(value()));
  const settled = ref(sign.value);
  const isChanged = computed(() => sign.value !== settled.value);
  const left = computed(() => drafts.left.value.filter((draft) => JSON.stringify(draft.value) !== settled.value));

  watch(sign, () => (isChanged.value ? drafts.keep() : drafts.release()));

  /** @param saved what the server has, when something else may have been typed while it was saving */
  function settle(saved: T = value()) {
    settled.value = JSON.stringify(saved);
    if (!isChanged.value) drafts.release();
  }

  const warn = (event: BeforeUnloadEvent) => {
    options.flush?.();
    if (isChanged.value) event.preventDefault();
  };
  onMounted(() => window.addEventListener('beforeunload', warn));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warn));
  /** To be asked before it is left in a way of its own: a dialog that closes. */
  function mayLeave(): boolean {
    options.flush?.();
    if (!isChanged.value) return true;
    const leaves = window.confirm(t('save.leaveAnyway'));
    if (leaves) drafts.release();
    return leaves;
  }
  onBeforeRouteLeave(mayLeave);

  return { isChanged, left, settle, mayLeave, look: drafts.look, dismiss: drafts.dismiss };
}

/**
 * What the server says of something that is being written in a form. When somebody else's changes of the same fields came with it, the old stamp
 * holds: the next save is refused and says so.
 */
export function onOldStamp<T extends { concurrencyStamp: string | null }>(now: T, before: T, fieldsOf: (one: T) => unknown): T {
  const isSame = JSON.stringify(fieldsOf(now)) === JSON.stringify(fieldsOf(before));
  return isSame ? now : { ...now, concurrencyStamp: before.concurrencyStamp };
}
