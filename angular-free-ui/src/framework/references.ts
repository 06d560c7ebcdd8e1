/** Something within the space, or the commons, that a text can lead to or show. `address` is what the document keeps: `page:…`. */
export interface LinkTarget {
  address: string;
  title: string;
  detail?: string;
}

/** By its name; asked with an address (`course:…`) it answers that one alone. */
export type FindTargets = (query: string) => Promise<readonly LinkTarget[]>;

/** What a module lets other modules' documents refer to. */
export interface ReferenceSource {
  /** What the address begins with: `course`, `guide`, `form`… */
  scheme: string;
  /** Offered to who holds one of these; empty: to everybody. */
  permissions: readonly string[];
  /** Brings the code that asks, when somebody first looks for one. */
  load: () => Promise<FindTargets>;
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/** Those of a short list that a query means: the address itself, or every word in the title. */
export function matching<T extends LinkTarget>(targets: readonly T[], query: string): readonly T[] {
  const exact = targets.filter((target) => target.address === query);
  if (exact.length > 0) return exact;
  const words = plain(query).split(/\s+/).filter(Boolean);
  return targets.filter((target) => words.every((word) => plain(target.title).includes(word)));
}

const sources = new Map<string, ReferenceSource>();

/** Called once, with what all modules declare. */
export function provideReferences(all: readonly ReferenceSource[]): void {
  for (const source of all) sources.set(source.scheme, source);
}

export function referenceSource(scheme: string): ReferenceSource | undefined {
  return sources.get(scheme);
}
