/**
 * The block document `page/1`, as the editor sees it: an immutable tree of blocks. Properties that this version does not
 * know stay where they are; a change makes a new document and shares the rest.
 */
export interface Block {
  readonly id: string;
  readonly type: string;
  readonly v: number;
  readonly [field: string]: unknown;
}

export interface PageDocument {
  readonly schema: string;
  readonly lang: string;
  readonly blocks: readonly Block[];
  readonly [field: string]: unknown;
}

/** Blocks that the site writes anew whenever the page is shown: there is nothing to type. */
export const writtenTypes: readonly string[] = ['accessibility-statement', 'data-uses', 'legal-notice'];

/** Where a list of blocks is: the page itself, or a column of a block. */
export interface ListPlace {
  parent: string | null;
  column: number;
}

export interface Place extends ListPlace {
  index: number;
}

export const PAGE: ListPlace = { parent: null, column: 0 };

export function emptyDocument(lang = 'fr'): PageDocument {
  return { schema: 'page/1', lang, blocks: [] };
}

/** @throws SyntaxError when the text is no `page/1` document. */
export function parseDocument(json: string): PageDocument {
  const value: unknown = JSON.parse(json);
  if (!isRecord(value) || !Array.isArray(value['blocks']) || !value['blocks'].every(isBlock)) throw new SyntaxError('not a page/1 document');
  return value as unknown as PageDocument;
}

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return `b${[...bytes]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('')
    .slice(0, 14)}`;
}

export function columnsOf(block: Block): readonly (readonly Block[])[] {
  const columns = block['columns'];
  return block.type === 'columns' && Array.isArray(columns) && columns.every((column) => Array.isArray(column) && column.every(isBlock))
    ? columns
    : [];
}

export function blocksAt(document: PageDocument, place: ListPlace): readonly Block[] {
  if (place.parent === null) return document.blocks;
  const parent = document.blocks.find((block) => block.id === place.parent);
  return parent === undefined ? [] : (columnsOf(parent)[place.column] ?? []);
}

export function find(document: PageDocument, id: string): { block: Block; place: Place } | undefined {
  for (const [index, block] of document.blocks.entries()) {
    if (block.id === id) return { block, place: { ...PAGE, index } };
    for (const [column, inner] of columnsOf(block).entries()) {
      const at = inner.findIndex((candidate) => candidate.id === id);
      const found = inner[at];
      if (found !== undefined) return { block: found, place: { parent: block.id, column, index: at } };
    }
  }
  return undefined;
}

export function replaceList(document: PageDocument, place: ListPlace, list: readonly Block[]): PageDocument {
  if (place.parent === null) return { ...document, blocks: list };
  const blocks = document.blocks.map((block) => {
    if (block.id !== place.parent) return block;
    return { ...block, columns: columnsOf(block).map((column, index) => (index === place.column ? list : column)) };
  });
  return { ...document, blocks };
}

export function update(document: PageDocument, id: string, fields: Readonly<Record<string, unknown>>): PageDocument {
  const found = find(document, id);
  if (found === undefined) return document;
  const list = blocksAt(document, found.place).map((block) => (block.id === id ? withFields(block, fields) : block));
  return replaceList(document, found.place, list);
}

export function insert(document: PageDocument, place: Place, block: Block): PageDocument {
  const list = blocksAt(document, place);
  return replaceList(document, place, [...list.slice(0, place.index), block, ...list.slice(place.index)]);
}

export function remove(document: PageDocument, id: string): PageDocument {
  const found = find(document, id);
  if (found === undefined) return document;
  // By its place: of two blocks with one identity the other one stays.
  return replaceList(
    document,
    found.place,
    blocksAt(document, found.place).filter((_, index) => index !== found.place.index),
  );
}

/** `place` is counted before the block is taken out of where it is. */
export function move(document: PageDocument, id: string, place: Place): PageDocument {
  const found = find(document, id);
  if (found === undefined || place.parent === id) return document;
  // Depth is at most two: what holds columns stays on the page.
  if (place.parent !== null && columnsOf(found.block).length > 0) return document;
  const sameList = found.place.parent === place.parent && found.place.column === place.column;
  const index = sameList && found.place.index < place.index ? place.index - 1 : place.index;
  if (sameList && index === found.place.index) return document;
  return insert(remove(document, id), { ...place, index }, found.block);
}

/** One block gives way to others, at its place; none of them: it goes. */
export function replace(document: PageDocument, id: string, blocks: readonly Block[]): PageDocument {
  const found = find(document, id);
  if (found === undefined) return document;
  const list = blocksAt(document, found.place).flatMap((block) => (block.id === id ? blocks : [block]));
  return replaceList(document, found.place, list);
}

/** The same block once more, with identities of its own all the way down. */
export function copyOf(block: Block): Block {
  const copy = { ...block, id: newId() };
  const columns = columnsOf(block);
  if (columns.length > 0) return { ...copy, columns: columns.map((column) => column.map(copyOf)) };
  const items = block['items'];
  return Array.isArray(items) ? { ...copy, items: items.map((item: unknown) => (isRecord(item) ? { ...item, id: newId() } : item)) } : copy;
}

/** Fields set to `undefined` go. */
export function withFields<T extends object>(block: T, fields: Readonly<Record<string, unknown>>): T {
  const entries = Object.entries({ ...block, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as T;
}

function isBlock(value: unknown): value is Block {
  return isRecord(value) && typeof value['type'] === 'string';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two documents, or parts of them, say the same; in which order their fields stand says nothing. */
export function sameContent(one: unknown, other: unknown): boolean {
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => sameContent(item, other[index]));
  if (!isRecord(one) || !isRecord(other)) return one === other;
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => name in other && sameContent(one[name], other[name]));
}

/** What a field of a block holds, when it is a text. */
export function textField(block: Readonly<Record<string, unknown>>, name: string): string {
  const value = block[name];
  return typeof value === 'string' ? value : '';
}

/** The block that a JSON pointer of the server points into, e.g. `/blocks/2/columns/0/1/alt`. */
export function blockAtPointer(document: PageDocument, pointer: string): Block | undefined {
  const [, list, index, columns, column, inner] = pointer.split('/');
  const block = list === 'blocks' ? document.blocks[Number(index)] : undefined;
  if (block === undefined || columns !== 'columns' || inner === undefined) return block;
  return columnsOf(block)[Number(column)]?.[Number(inner)] ?? block;
}
