import { markDecorative, mend } from '@/editor/mending';
import { find, insert, newId, PAGE, remove, type PageDocument } from '@/editor/page';
import type { ReviewRemark } from './api';

/** What a block that a remark adds has from the start: fields that it cannot do without. */
const startFields: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { map: { address: '' } };

/** The text with what one press on a remark does; the same text when there is nothing to do any more. */
export function mended(document: PageDocument, { blockId, itemId, field, repair, action, blockToAdd }: ReviewRemark): PageDocument {
  if (blockToAdd) return insert(document, { ...PAGE, index: document.blocks.length }, { id: newId(), type: blockToAdd, v: 1, ...startFields[blockToAdd] });
  if (find(document, blockId) === undefined) return document;
  if (action === 'RemoveBlock') return remove(document, blockId);
  if (action === 'MarkDecorative') return markDecorative(document, blockId, itemId);
  return repair === null || field === null ? document : mend(document, { blockId, itemId, field, ...repair });
}

/** The block that was added and waits for words, such as an address. */
export function waiting(document: PageDocument, { blockToAdd }: ReviewRemark): string | undefined {
  return blockToAdd !== null && blockToAdd in startFields ? document.blocks.at(-1)?.id : undefined;
}
