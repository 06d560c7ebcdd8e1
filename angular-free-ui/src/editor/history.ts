import { computed, shallowRef, type ShallowRef } from 'vue';
import type { PageDocument } from './page';

const STEPS = 200;

/** One undo and redo for the whole document, whatever block a change was made in. */
export function useHistory(initial: PageDocument) {
  const current: ShallowRef<PageDocument> = shallowRef(initial);
  const past = shallowRef<readonly PageDocument[]>([]);
  const future = shallowRef<readonly PageDocument[]>([]);
  let lastKey: string | undefined;
  let lastAt = 0;

  /** Changes with the same key within a second are one step: the letters of a caption, not each of them. */
  function commit(next: PageDocument, key?: string): void {
    if (next === current.value) return;
    const now = Date.now();
    const sameStep = key !== undefined && key === lastKey && now - lastAt < 1000;
    if (!sameStep) past.value = [...past.value.slice(-STEPS), current.value];
    lastKey = key;
    lastAt = now;
    future.value = [];
    current.value = next;
  }

  function undo(): boolean {
    const previous = past.value.at(-1);
    if (previous === undefined) return false;
    past.value = past.value.slice(0, -1);
    future.value = [...future.value, current.value];
    lastKey = undefined;
    current.value = previous;
    return true;
  }

  function redo(): boolean {
    const next = future.value.at(-1);
    if (next === undefined) return false;
    future.value = future.value.slice(0, -1);
    past.value = [...past.value, current.value];
    lastKey = undefined;
    current.value = next;
    return true;
  }

  /**
   * What nobody did by hand, such as a picture that arrived: it is put into every step that has its block, so that an undo
   * takes back what somebody did and never the upload.
   */
  function amend(change: (document: PageDocument) => PageDocument): void {
    past.value = past.value.map(change);
    future.value = future.value.map(change);
    current.value = change(current.value);
  }

  /** Another document, or the same after somebody else's changes: the history begins anew. */
  function reset(document: PageDocument): void {
    past.value = [];
    future.value = [];
    current.value = document;
  }

  const canUndo = computed(() => past.value.length > 0);
  const canRedo = computed(() => future.value.length > 0);
  return { current, commit, amend, undo, redo, reset, canUndo, canRedo };
}
