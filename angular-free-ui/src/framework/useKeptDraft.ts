import { onBeforeUnmount, onMounted, ref, shallowRef, toValue, type MaybeRefOrGetter } from 'vue';
import { forgetDraft, holdSession, keepDraft, leftDrafts, type Draft } from './drafts';

/** What is kept in this browser until it is saved, see `drafts.ts`. */
export interface Keep<T> {
  /** Name of what is written, the same at each visit: `page 0197…`. */
  document: MaybeRefOrGetter<string>;
  /** All that somebody would miss, as it stands now. */
  value: () => T;
}

/** The draft of what is open here, and those that a crash or a closed window left of it. Without `options` nothing is kept. */
export function useKeptDraft<T>(options: Keep<T> | undefined) {
  const session = crypto.randomUUID();
  /** False as well when the browser's store is full or forbidden. */
  const isKept = ref(false);
  const left = shallowRef<readonly Draft<T>[]>([]);

  function keep() {
    if (options !== undefined) isKept.value = keepDraft(toValue(options.document), session, options.value());
  }

  function release() {
    if (options !== undefined) forgetDraft(toValue(options.document), session);
    isKept.value = false;
  }

  /** Looks for what was written here and never saved. `differs` says whether it is more than what the server has; what is not is forgotten. */
  async function look(differs: (value: T) => boolean = () => true) {
    if (options === undefined) return;
    const document = toValue(options.document);
    const found = await leftDrafts<T>(document);
    for (const draft of found) if (!differs(draft.value)) forgetDraft(document, draft.session);
    left.value = found.filter((draft) => differs(draft.value));
  }

  /** It was taken back, and is kept as one's own from here on; or it is not wanted. */
  function dismiss(draft: Draft<T>) {
    if (options !== undefined) forgetDraft(toValue(options.document), draft.session);
    left.value = left.value.filter((one) => one !== draft);
  }

  /** It was dismissed by mistake. */
  function recall(draft: Draft<T>) {
    if (options !== undefined) keepDraft(toValue(options.document), draft.session, draft.value);
    left.value = [draft, ...left.value];
  }

  let letGo: (() => void) | undefined;
  onMounted(() => {
    if (options !== undefined) letGo = holdSession(session);
  });
  onBeforeUnmount(() => letGo?.());

  return { session, isKept, left, keep, release, look, dismiss, recall };
}
