import { columnsOf, copyOf, find, insert, remove, update, withFields, type Block, type PageDocument } from './page';
import { hasPlainItems, itemsOf } from './items';

/** One block that two people changed; `null` where somebody removed it. The server sends these with a 409. */
export interface BlockConflict {
  blockId: string;
  mine: Block | null;
  theirs: Block | null;
}

export type Choice = 'mine' | 'theirs' | 'both';

/** My document with the choices in it. It is saved on the version of the other person, so that theirs is not lost either. */
export function solve(document: PageDocument, conflicts: readonly BlockConflict[], choices: Readonly<Record<string, Choice>>): PageDocument {
  return conflicts.reduce((solved, conflict) => {
    const { mine, theirs, blockId } = conflict;
    const choice = choices[blockId] ?? 'mine';
    const place = find(solved, blockId)?.place;
    if (choice === 'mine') {
      if (mine === null && place !== undefined) return remove(solved, blockId);
      return mine !== null && place === undefined ? insert(solved, { parent: null, column: 0, index: solved.blocks.length }, mine) : solved;
    }
    if (theirs === null) return choice === 'theirs' && place !== undefined ? remove(solved, blockId) : solved;
    if (choice === 'theirs') {
      if (place === undefined) return insert(solved, { parent: null, column: 0, index: solved.blocks.length }, theirs);
      const gone = Object.fromEntries(Object.keys(mine ?? {}).map((name) => [name, undefined]));
      return update(solved, blockId, { ...gone, ...theirs });
    }
    const after = place === undefined ? { parent: null, column: 0, index: solved.blocks.length } : { ...place, index: place.index + 1 };
    return insert(solved, after, copyOf(theirs));
  }, document);
}

interface Entry {
  readonly id: string;
  readonly [field: string]: unknown;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * While a save was under way somebody went on writing. What they changed since (`now` against `sent`) is put into what
 * the server made of the save, down to the field of an item: nothing that was typed is lost, by neither.
 */
export function carryOver(merged: PageDocument, sent: PageDocument, now: PageDocument): PageDocument {
  return { ...merged, blocks: carryList(merged.blocks, sent.blocks, now.blocks) };
}

function carryList<T extends Entry>(merged: readonly T[], sent: readonly T[], now: readonly T[]): readonly T[] {
  const at = (list: readonly T[], id: string | undefined) => list.findIndex((entry) => entry.id === id);
  // What was taken out meanwhile goes, unless the other person has just changed it.
  const result = merged.filter((entry) => at(now, entry.id) >= 0 || !sent.some((before) => before.id === entry.id && same(before, entry)));
  for (const [index, entry] of now.entries()) {
    const before = sent[at(sent, entry.id)];
    if (same(before, entry)) continue;
    const place = at(result, entry.id);
    const theirs = result[place];
    if (theirs === undefined) result.splice(at(result, now[index - 1]?.id) + 1, 0, entry);
    else result[place] = before === undefined ? entry : carryFields(theirs, before, entry);
  }
  return result;
}

function carryFields<T extends Entry>(merged: T, before: T, now: T): T {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => !same(before[name], now[name]));
  return withFields(merged, Object.fromEntries(changed.map((name) => [name, carryField(name, merged, before, now)])));
}

function carryField(name: string, ...versions: [Entry, Entry, Entry]): unknown {
  const blocks = versions as unknown as [Block, Block, Block];
  if (name === 'items' && blocks.every(hasPlainItems)) {
    const [merged, before, now] = blocks.map(itemsOf);
    return carryList(merged ?? [], before ?? [], now ?? []);
  }
  const [merged, before, now] = blocks.map(columnsOf) as [readonly Block[][], readonly Block[][], readonly Block[][]];
  const columns = name === 'columns' && merged.length === now.length && before.length === now.length;
  return columns ? now.map((column, index) => carryList(merged[index] ?? [], before[index] ?? [], column)) : versions[2][name];
}
