import { carryOver, type BlockConflict } from './conflicts';
import { find, remove, update, type Block, type PageDocument } from './page';

/** A field of the form around a text that two people changed to different values. */
export interface FieldConflict {
  readonly name: string;
  readonly label: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * Two texts that were made from the same one, in one: for what the server keeps without its history. Blocks that only one
 * side changed are taken from it. Where both changed a block (columns count as one) it is a conflict, and `document` holds mine until somebody chooses.
 */
export function mergeDocuments(base: PageDocument, mine: PageDocument, theirs: PageDocument): { document: PageDocument; conflicts: BlockConflict[] } {
  const of = (document: PageDocument, id: string): Block | null => find(document, id)?.block ?? null;
  const conflicts: BlockConflict[] = [];
  for (const blockId of new Set([...mine.blocks, ...theirs.blocks].map((block) => block.id))) {
    const [was, own, other] = [of(base, blockId), of(mine, blockId), of(theirs, blockId)];
    if (same(was, own) || same(was, other) || same(own, other)) continue;
    conflicts.push({ blockId, mine: own, theirs: other });
  }
  const merged = carryOver(theirs, base, mine);
  const document = conflicts.reduce((result, { blockId, mine: own }) => {
    if (own === null) return remove(result, blockId);
    const gone = Object.fromEntries(Object.keys(of(result, blockId) ?? {}).map((name) => [name, undefined]));
    return update(result, blockId, { ...gone, ...own });
  }, merged);
  return { document, conflicts };
}

/**
 * The same for the fields of the form around a text.
 * @param base without it every difference is a conflict
 * @param labels the fields, with the names that people know them by
 */
export function mergeFields<T extends object>(base: Partial<T> | undefined, mine: T, theirs: T, labels: Readonly<Partial<Record<keyof T & string, string>>>): { values: Partial<T>; conflicts: FieldConflict[] } {
  const values: Partial<T> = {};
  const conflicts: FieldConflict[] = [];
  for (const name of Object.keys(labels) as (keyof T & string)[]) {
    const changed = base === undefined || !same(base[name], mine[name]);
    values[name] = changed ? mine[name] : theirs[name];
    if (changed && !same(mine[name], theirs[name]) && (base === undefined || !same(base[name], theirs[name])))
      conflicts.push({ name, label: labels[name] ?? name, mine: mine[name], theirs: theirs[name] });
  }
  return { values, conflicts };
}
