import { nextTick, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce, closeToast, toast } from '@/ui/toasts';
import type { BlockType, ItemActions, UploadTarget } from './context';
import type { useHistory } from './history';
import * as items from './items';
import * as page from './page';
import { altText } from './pictures';
import type { Block, Place } from './page';
import type { Piece } from './text/paste';
import { turned } from './turning';
import { typeOf } from './types';

type Send = (target: UploadTarget, file: File) => Promise<void>;

export interface Core {
  history: ReturnType<typeof useHistory>;
  root: Readonly<Ref<HTMLElement | null>>;
  selected: Ref<string | null>;
  /** Texts that are being typed are written into the document. */
  flush: () => void;
}

const FIELDS = ':is([contenteditable="true"], input:not([type="file"], [type="checkbox"]), textarea, button)';

/** What is done to whole blocks. Each action is one step of the history, says what it did, and keeps the focus somewhere sensible. */
export function useActions({ history, root, selected, flush }: Core) {
  const i18n = useI18n();
  const { t } = i18n;
  const current = () => history.current.value;
  /** The message about the block that was taken out last. */
  let farewell: number | undefined;

  function nameOf(type: string): string {
    const known = typeOf(type);
    if (known !== undefined) return t(known.labelKey);
    return t(i18n.te(`written.title.${type}`) ? `written.title.${type}` : 'editor.block.unknown');
  }

  const frameOf = (id: string) => root.value?.querySelector<HTMLElement>(`[data-block="${id}"]`);

  /** Where the focus goes: to the text or field of the block in hand, else to the block. */
  async function focusBlock(id: string): Promise<void> {
    selected.value = id;
    await nextTick();
    // TipTap mounts late: one frame after the block is there.
    requestAnimationFrame(() => {
      const frame = frameOf(id);
      const field = frame?.querySelector<HTMLElement>(`[data-block-body] ${FIELDS}`);
      (field ?? frame)?.focus({ preventScroll: true });
      frame?.scrollIntoView({ block: 'nearest' });
    });
  }

  function add(type: BlockType, place: Place, fields: Readonly<Record<string, unknown>> = {}): string {
    flush();
    const block = { ...type.create(), ...fields, id: page.newId() } as Block;
    history.commit(page.insert(current(), place, block));
    announce(t('editor.added', { name: t(type.labelKey) }));
    void focusBlock(block.id);
    return block.id;
  }

  function moveTo(id: string, place: Place): void {
    flush();
    const before = current();
    const next = page.move(before, id, place);
    const found = page.find(next, id);
    if (next === before || found === undefined) return;
    history.commit(next);
    announce(whereTo(page.find(before, id)?.place, found, page.blocksAt(next, found.place).length));
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['action'] : undefined;
    const inside = frameOf(id)?.contains(document.activeElement) === true;
    void nextTick(() => {
      const frame = frameOf(id);
      const again = focused === undefined ? null : frame?.querySelector<HTMLElement>(`[data-action="${focused}"]:not(:disabled)`);
      if (again) again.focus();
      else if (focused !== undefined) frame?.querySelector<HTMLElement>('[data-action]:not(:disabled)')?.focus();
      // In another list the block is made anew: the focus follows it.
      else if (inside && frame?.contains(document.activeElement) !== true) void focusBlock(id);
      frame?.scrollIntoView({ block: 'nearest' });
    });
  }

  function whereTo(from: Place | undefined, { block, place }: { block: Block; place: Place }, total: number): string {
    const words = { name: nameOf(block.type), position: place.index + 1, total };
    if (place.parent !== null && (from?.parent !== place.parent || from.column !== place.column))
      return t('editor.columns.movedInto', { ...words, number: place.column + 1 });
    return t(place.parent === null && from?.parent ? 'editor.columns.movedOut' : 'editor.moved', words);
  }

  function shift(id: string, by: -1 | 1): void {
    const found = page.find(current(), id);
    if (found === undefined) return;
    const total = page.blocksAt(current(), found.place).length;
    const to = found.place.index + by;
    if (to < 0 || to >= total) {
      announce(t(by < 0 ? 'editor.alreadyFirst' : 'editor.alreadyLast'));
      return;
    }
    moveTo(id, { ...found.place, index: by < 0 ? to : to + 1 });
  }

  function remove(id: string): void {
    flush();
    const before = current();
    const found = page.find(before, id);
    if (found === undefined) return;
    history.commit(page.remove(before, id));
    const after = current();
    const list = page.blocksAt(after, found.place);
    const next = list[found.place.index] ?? list[found.place.index - 1];
    farewell = toast(t('editor.removed', { name: nameOf(found.block.type) }), {
      action: { label: t('editor.undo'), run: () => (current() === after ? undo() : restore(found)) },
    });
    if (next !== undefined) void focusBlock(next.id);
    else void nextTick(() => root.value?.querySelector<HTMLElement>('[data-add]')?.focus());
  }

  /** The block comes back, unless it is back already, and what was written since stays. */
  function restore({ block, place }: { block: Block; place: Place }): void {
    flush();
    if (page.find(current(), block.id) !== undefined) return void focusBlock(block.id);
    const index = Math.min(place.index, page.blocksAt(current(), place).length);
    history.commit(page.insert(current(), { ...place, index }, block));
    void focusBlock(block.id);
  }

  function duplicate(id: string): void {
    flush();
    const found = page.find(current(), id);
    if (found === undefined) return;
    const copy = page.copyOf(found.block);
    history.commit(page.insert(current(), { ...found.place, index: found.place.index + 1 }, copy));
    announce(t('editor.duplicated', { name: nameOf(copy.type) }));
    void focusBlock(copy.id);
  }

  function turnInto(id: string, type: string): void {
    flush();
    const found = page.find(current(), id);
    if (found === undefined) return;
    history.commit(page.replace(current(), id, [turned(found.block, type)]));
    announce(t('editor.turned', { name: nameOf(type) }));
    void focusBlock(id);
  }

  function paste(blockId: string, before: string | null, pieces: readonly Piece[], after: string, upload: Send): void {
    const found = page.find(current(), blockId);
    if (found === undefined) return;
    const uploads: [string, File][] = [];
    const lost = pieces.filter((piece) => 'picture' in piece && piece.picture.file === undefined).length;
    const made = pieces.flatMap((piece): Block[] => {
      const id = page.newId();
      if ('markdown' in piece) return [{ id, type: 'text', v: 1, markdown: piece.markdown }];
      const { file, alt, own } = piece.picture;
      if (file !== undefined) uploads.push([id, file]);
      return file !== undefined || own ? [{ id, type: 'image', v: 1, media: '', alt: altText(alt) }] : [];
    });
    if (after !== '') made.push({ id: page.newId(), type: 'text', v: 1, markdown: after });
    // An empty text takes in the first one that comes.
    const [first] = made;
    const filled = before === '' && first?.type === 'text' ? [page.withFields(found.block, { markdown: first['markdown'] }), ...made.slice(1)] : undefined;
    const emptied = before === '' && filled === undefined ? made : undefined;
    const kept = page.withFields(found.block, before === null ? {} : { markdown: before });
    if (made.length === 0) return;
    const blocks = filled ?? emptied ?? [kept, ...made];
    history.commit(page.replace(current(), blockId, blocks));
    for (const [id, file] of uploads) void upload({ block: id }, file);
    announce(t('editor.pasted', { count: blocks.length }));
    if (lost > 0) toast(t('editor.picturesLost', { count: lost }), { tone: 'error' });
    const last = blocks.at(after === '' ? -1 : -2);
    if (last !== undefined) void focusBlock(last.id);
  }

  function undo(): void {
    flush();
    travel(history.undo, 'editor.undone', 'editor.nothingToUndo');
  }

  function redo(): void {
    flush();
    travel(history.redo, 'editor.redone', 'editor.nothingToRedo');
  }

  function travel(step: () => boolean, done: string, nothing: string): void {
    const before = current();
    // What it offers to bring back is the history's by now.
    if (farewell !== undefined) closeToast(farewell);
    announce(t(step() ? done : nothing));
    const at = before.blocks.findIndex((block) => block.id === selected.value);
    void nextTick(() => {
      // What had the focus may be gone: it goes to what stands there now, so that the next key is heard.
      if (document.activeElement !== document.body && document.activeElement !== null) return;
      const next = page.find(current(), selected.value ?? '')?.block ?? current().blocks[Math.max(at, 0)] ?? current().blocks.at(-1);
      if (next !== undefined) void focusBlock(next.id);
    });
  }

  return { add, moveTo, shift, remove, duplicate, turnInto, paste, undo, redo, focusBlock };
}

/** What is done to the items of a block: the same care as for whole blocks, and the same history. */
export function useItemActions({ history, root, flush }: Core): ItemActions {
  const { t } = useI18n();
  const current = () => history.current.value;
  const listOf = (blockId: string) => {
    const block = page.find(current(), blockId)?.block;
    return block === undefined ? [] : items.itemsOf(block);
  };
  const frameOf = (id: string) => root.value?.querySelector<HTMLElement>(`[data-item="${id}"]`);

  function focusItem(id: string): void {
    void nextTick(() => requestAnimationFrame(() => (frameOf(id)?.querySelector<HTMLElement>(`[data-item-body] ${FIELDS}`) ?? frameOf(id))?.focus()));
  }

  return {
    update: (blockId, itemId, fields, key) =>
      history.commit(items.updateItem(current(), blockId, itemId, fields), key === undefined ? undefined : `${itemId} ${key}`),

    add(blockId, added) {
      flush();
      const all = added.map((fields) => ({ ...fields, id: page.newId() }));
      history.commit(items.addItems(current(), blockId, all));
      announce(t('editor.items.added', { count: all.length, total: listOf(blockId).length }));
      if (all[0] !== undefined) focusItem(all[0].id);
      return all;
    },

    remove(blockId, itemId, name) {
      flush();
      const list = listOf(blockId);
      const index = list.findIndex((item) => item.id === itemId);
      const item = list[index];
      if (item === undefined) return;
      history.commit(items.removeItem(current(), blockId, itemId));
      const after = current();
      toast(t('editor.removed', { name }), {
        action: {
          label: t('editor.undo'),
          run() {
            flush();
            if (current() === after) history.undo();
            else if (listOf(blockId).every(({ id }) => id !== itemId)) history.commit(items.addItems(current(), blockId, [item], index));
            focusItem(itemId);
          },
        },
      });
      const next = list[index + 1] ?? list[index - 1];
      if (next !== undefined) focusItem(next.id);
      else void nextTick(() => root.value?.querySelector<HTMLElement>(`[data-block="${blockId}"] [data-add-item]`)?.focus());
    },

    move(blockId, itemId, index) {
      flush();
      const list = listOf(blockId);
      if (index < 0 || index > list.length) {
        announce(t(index < 0 ? 'editor.items.alreadyFirst' : 'editor.items.alreadyLast'));
        return;
      }
      const focused = document.activeElement;
      const action = focused instanceof HTMLElement ? focused.dataset['itemAction'] : undefined;
      history.commit(items.moveItem(current(), blockId, itemId, index));
      const now = listOf(blockId);
      announce(t('editor.items.moved', { position: now.findIndex((item) => item.id === itemId) + 1, total: now.length }));
      void nextTick(() => {
        const buttons = frameOf(itemId)?.querySelectorAll<HTMLElement>('[data-item-action]:not(:disabled)') ?? [];
        const again = [...buttons].find((button) => button.dataset['itemAction'] === action);
        // A text keeps the focus while its item moves, where the browser lets it; else it is given back.
        if (action !== undefined) (again ?? buttons[0])?.focus();
        else if (focused instanceof HTMLElement && focused.isConnected) focused.focus();
        frameOf(itemId)?.scrollIntoView({ block: 'nearest' });
      });
    },
  };
}

/** Image blocks behind a block, one for each file, in one step; then the files travel. */
export function addPictures(
  { history, flush }: Core,
  afterId: string,
  files: readonly File[],
  upload: Send,
): void {
  flush();
  const found = page.find(history.current.value, afterId);
  if (found === undefined) return;
  const blocks = files.map((): Block => ({ id: page.newId(), type: 'image', v: 1, media: '', alt: { kind: 'text', text: '' } }));
  history.commit(page.replace(history.current.value, afterId, [found.block, ...blocks]));
  for (const [index, block] of blocks.entries()) {
    const file = files[index];
    if (file !== undefined) void upload({ block: block.id }, file);
  }
}
