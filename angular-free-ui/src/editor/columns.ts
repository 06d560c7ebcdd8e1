import type { BlockType, EditorContext } from './context';
import { blocksAt, columnsOf, find, PAGE, type Block, type ListPlace, type PageDocument, type Place } from './page';

/** A way from one list of blocks into another. `column` counts from 0; without it the block comes out of the columns. */
export interface Way {
  key: string;
  column?: number;
  place: Place;
}

/** Depth is at most two, and some blocks need the whole width. */
function fitsInColumn(block: Block, type: BlockType | undefined): boolean {
  return columnsOf(block).length === 0 && type?.inColumns === true;
}

/** Whether a block of the document may be dropped into a list. */
export function mayStandIn({ parent }: ListPlace, id: string, context: EditorContext): boolean {
  const moving = find(context.document.value, id)?.block;
  return moving !== undefined && (parent === null || fitsInColumn(moving, context.typeOf(moving.type)));
}

/**
 * Where a block may go that no step up or down leads to: to the end of a column of the nearest columns, or out of its own. The
 * mouse does the same by dragging.
 */
export function waysOf(document: PageDocument, id: string, type: BlockType | undefined): readonly Way[] {
  const found = find(document, id);
  if (found === undefined) return [];
  const { block, place } = found;
  const holder = place.parent === null ? nearest(document, place.index) : document.blocks.findIndex((one) => one.id === place.parent);
  const columns = document.blocks[holder];
  if (columns === undefined) return [];
  const inside = (fitsInColumn(block, type) ? columnsOf(columns) : []).map((_, column): Way => {
    const list = { parent: columns.id, column };
    return { key: `column ${column}`, column, place: { ...list, index: blocksAt(document, list).length } };
  });
  const others = inside.filter(({ column }) => place.parent === null || column !== place.column);
  return place.parent === null ? others : [...others, { key: 'out', place: { ...PAGE, index: holder + 1 } }];
}

/** The block of columns that stands next to this place, rather above than below; -1 when there is none. */
function nearest(document: PageDocument, index: number): number {
  const away = (at: number) => Math.abs(at - index);
  const all = document.blocks.flatMap((block, at) => (columnsOf(block).length > 0 ? [at] : []));
  return all.reduce((best, at) => (best === -1 || away(at) < away(best) ? at : best), -1);
}
