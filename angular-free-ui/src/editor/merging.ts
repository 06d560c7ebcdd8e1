import { carryOver, type BlockConflict } from './conflicts';
import { find, remove, update, type Block, type PageDocument } from './page';

/** A field of the form around a text that two people changed to different values. */
export interface FieldConflict {
  readonly name: string;
  readonly label: string;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** What stands there, in words; without it a text is its own words. */
  readonly say?: ((value: unknown) => string) | undefined;
}

/** What people call a field; how its value is said when it is no text; and whether its parts are fields of their own, as on a card. */
export type FieldWords = string | { label: string; say?: (value: never) => string } | { parts: Readonly<Record<string, FieldWords>> };
export type FieldNames<T extends object> = Readonly<Partial<Record<keyof T & string, FieldWords>>>;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Whether blocks stand in another order than before, whatever was added or taken out. */
function isReordered(base: PageDocument, now: PageDocument): boolean {
  const common = (one: PageDocument, other: PageDocument) => one.blocks.map((block) => block.id).filter((id) => other.blocks.some((block) => block.id === id));
  return !same(common(base, now), common(now, base));
}

/**
 * Two texts that were made from the same one, in one: for what the server keeps without its history. Blocks that only one
 * side changed are taken from it. Where both changed a block (columns count as one) it is a conflict, and `document` holds mine until somebody chooses.
 * Where both moved blocks the order is theirs, and `lostOrder` says so.
 */
export function mergeDocuments(base: PageDocument, mine: PageDocument, theirs: PageDocument): { document: PageDocument; conflicts: BlockConflict[]; lostOrder: boolean } {
  const of = (document: PageDocument, id: string): Block | null => find(document, id)?.block ?? null;
  const conflicts: BlockConflict[] = [];
  for (const blockId of new Set([...mine.blocks, ...theirs.blocks].map((block) => block.id))) {
    const [was, own, other] = [of(base, blockId), of(mine, blockId), of(theirs, blockId)];
    if (same(was, own) || same(was, other) || same(own, other)) continue;
    conflicts.push({ blockId, mine: own, theirs: other });
  }
  const isMineMoved = isReordered(base, mine);
  const merged = isMineMoved && !isReordered(base, theirs) ? carryOver(mine, base, theirs) : carryOver(theirs, base, mine);
  const document = conflicts.reduce((result, { blockId, mine: own }) => {
    if (own === null) return remove(result, blockId);
    const gone = Object.fromEntries(Object.keys(of(result, blockId) ?? {}).map((name) => [name, undefined]));
    return update(result, blockId, { ...gone, ...own });
  }, merged);
  return { document, conflicts, lostOrder: isMineMoved && isReordered(mine, document) };
}

/**
 * The same for the fields of the form around a text.
 * @param base without it every difference is a conflict
 * @param names the fields, with the names that people know them by
 */
export function mergeFields<T extends object>(base: Partial<T> | undefined, mine: T, theirs: T, names: FieldNames<T>): { values: Partial<T>; conflicts: FieldConflict[] } {
  const values: Partial<T> = {};
  const conflicts: FieldConflict[] = [];
  for (const name of Object.keys(names) as (keyof T & string)[]) {
    const words = names[name] ?? name;
    if (typeof words === 'object' && 'parts' in words) {
      const parts = (one: Partial<T> | undefined) => (one === undefined ? undefined : (one[name] as Record<string, unknown>));
      const inner = mergeFields(parts(base), parts(mine) ?? {}, parts(theirs) ?? {}, words.parts);
      values[name] = { ...parts(theirs), ...inner.values } as T[typeof name];
      conflicts.push(...inner.conflicts.map((one) => ({ ...one, name: `${name}.${one.name}` })));
      continue;
    }
    const changed = base === undefined || !same(base[name], mine[name]);
    values[name] = changed ? mine[name] : theirs[name];
    if (changed && !same(mine[name], theirs[name]) && (base === undefined || !same(base[name], theirs[name])))
      conflicts.push({ name, ...(typeof words === 'string' ? { label: words } : (words as { label: string; say?: (value: unknown) => string })), mine: mine[name], theirs: theirs[name] });
  }
  return { values, conflicts };
}

/** The values with theirs where somebody chose them; a part of a card is named `card.level`. */
export function choose<T extends object>(values: Partial<T>, conflicts: readonly FieldConflict[], theirs: readonly string[]): Partial<T> {
  const result: Record<string, unknown> = { ...values };
  for (const { name, theirs: value } of conflicts.filter((conflict) => theirs.includes(conflict.name))) {
    const [field = name, part] = name.split('.');
    result[field] = part === undefined ? value : { ...(result[field] as object), [part]: value };
  }
  return result as Partial<T>;
}
