import { itemsOf, updateItem } from './items';
import { find, isRecord, update, type PageDocument } from './page';

/** Puts `old` right by `new`, once, in a field of a block or of one of its items. */
export interface Repair {
  readonly blockId: string;
  readonly itemId?: string | null;
  /** `alt` means the text inside. */
  readonly field: string;
  readonly old: string;
  readonly new: string;
}

/** The document with the repair; the same document when the text is no longer there. */
export function mend(document: PageDocument, repair: Repair): PageDocument {
  const block = find(document, repair.blockId)?.block;
  if (block === undefined) return document;
  const holder = repair.itemId ? itemsOf(block).find((item) => item.id === repair.itemId) : block;
  const value = holder?.[repair.field];
  const mended = isRecord(value) ? replaced(value['text'], repair, (text) => ({ ...value, text })) : replaced(value, repair, (text) => text);
  if (mended === undefined) return document;
  return repair.itemId ? updateItem(document, repair.blockId, repair.itemId, { [repair.field]: mended }) : update(document, repair.blockId, { [repair.field]: mended });
}

/** The text with the repair, `undefined` when what it puts right is no longer there. */
export function mendText(text: string, repair: Pick<Repair, 'old' | 'new'>): string | undefined {
  const at = text.indexOf(repair.old);
  return at < 0 ? undefined : text.slice(0, at) + repair.new + text.slice(at + repair.old.length);
}

/** The document with a picture, the block's or an item's, that only decorates. */
export function markDecorative(document: PageDocument, blockId: string, itemId: string | null): PageDocument {
  const fields = { alt: { kind: 'decorative' } };
  return itemId === null ? update(document, blockId, fields) : updateItem(document, blockId, itemId, fields);
}

function replaced<T>(value: unknown, repair: Repair, wrap: (text: string) => T): T | undefined {
  const mended = typeof value === 'string' ? mendText(value, repair) : undefined;
  return mended === undefined ? undefined : wrap(mended);
}
