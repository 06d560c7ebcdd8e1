import { find, insert, newId, remove, update, type Block, type PageDocument } from './page';

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
    return insert(solved, after, { ...theirs, id: newId() });
  }, document);
}

/**
 * While a save was under way somebody went on writing. What they changed since (`now` against `sent`) is put into what
 * the server made of the save: nothing that was typed is lost.
 */
export function carryOver(merged: PageDocument, sent: PageDocument, now: PageDocument): PageDocument {
  const text = (block: Block | undefined): string => JSON.stringify(block);
  let result = merged;
  for (const [index, block] of now.blocks.entries()) {
    const before = sent.blocks.find((candidate) => candidate.id === block.id);
    if (text(before) === text(block)) continue;
    const place = result.blocks.findIndex((candidate) => candidate.id === block.id);
    if (place >= 0) {
      result = { ...result, blocks: result.blocks.map((candidate, at) => (at === place ? block : candidate)) };
    } else {
      const neighbour = result.blocks.findIndex((candidate) => candidate.id === now.blocks[index - 1]?.id);
      result = insert(result, { parent: null, column: 0, index: neighbour + 1 }, block);
    }
  }
  return result;
}
