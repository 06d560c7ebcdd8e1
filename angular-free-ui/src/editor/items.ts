import { find, isRecord, update, withFields, type Block, type PageDocument } from './page';

/** One of the things a block repeats: a picture of a gallery, a question, a person. It keeps its identity when it moves. */
export interface Item {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Whether this version can show what the block repeats; else it is kept as it is. */
export function hasPlainItems(block: Block): boolean {
  const items = block['items'];
  return items === undefined || (Array.isArray(items) && items.every((item) => isRecord(item) && typeof item['id'] === 'string'));
}

export function itemsOf(block: Block): readonly Item[] {
  return hasPlainItems(block) ? ((block['items'] ?? []) as readonly Item[]) : [];
}

function withItems(document: PageDocument, blockId: string, change: (items: readonly Item[]) => readonly Item[]): PageDocument {
  const block = find(document, blockId)?.block;
  return block === undefined ? document : update(document, blockId, { items: change(itemsOf(block)) });
}

/** Fields set to `undefined` go. An item that is gone stays gone. */
export function updateItem(document: PageDocument, blockId: string, itemId: string, fields: Readonly<Record<string, unknown>>): PageDocument {
  const block = find(document, blockId)?.block;
  if (block === undefined || !itemsOf(block).some((item) => item.id === itemId)) return document;
  return withItems(document, blockId, (items) => items.map((item) => (item.id === itemId ? withFields(item, fields) : item)));
}

export function addItems(document: PageDocument, blockId: string, added: readonly Item[], index = Infinity): PageDocument {
  return withItems(document, blockId, (items) => [...items.slice(0, index), ...added, ...items.slice(index)]);
}

export function removeItem(document: PageDocument, blockId: string, itemId: string): PageDocument {
  return withItems(document, blockId, (items) => items.filter((item) => item.id !== itemId));
}

/** `index` is counted before the item is taken out of where it is. */
export function moveItem(document: PageDocument, blockId: string, itemId: string, index: number): PageDocument {
  return withItems(document, blockId, (items) => {
    const from = items.findIndex((item) => item.id === itemId);
    const item = items[from];
    if (item === undefined) return items;
    const rest = items.filter((one) => one !== item);
    const to = index > from ? index - 1 : index;
    return [...rest.slice(0, to), item, ...rest.slice(to)];
  });
}
