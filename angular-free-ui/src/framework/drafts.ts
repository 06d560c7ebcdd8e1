import { useSession } from './session';

/**
 * What is written and not saved yet, kept in this browser: a lost network, a crash or a closed lid loses nothing. There is
 * one for each open editor, so that two tabs of the same person never write over each other, and each belongs to the
 * person who wrote it, on a computer that others use too.
 */
export interface Draft<T> {
  session: string;
  /** When it was written, ISO 8601. */
  at: string;
  value: T;
}

const PREFIX = 'draft';
/** As long as the trash of a site. */
const KEPT_DAYS = 30;

/** There are none at an address without https: then the drafts of other open tabs are shown as well, and nothing is taken by itself. */
const locks = () => (navigator as { locks?: LockManager | null }).locks ?? undefined;

function place(document: string, session = ''): string {
  const { user } = useSession();
  return [PREFIX, user.value?.id ?? '', document, session].join(' ');
}

/** @returns false when the browser's store is full or forbidden: then the text is only on the screen */
export function keepDraft(document: string, session: string, value: unknown): boolean {
  try {
    localStorage.setItem(place(document, session), JSON.stringify({ session, at: new Date().toISOString(), value }));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(document: string, session: string): void {
  localStorage.removeItem(place(document, session));
}

/** Says, as long as the page is open, that this editor is at work: its draft is nobody's to take back. */
export function holdSession(session: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  void locks()
    ?.request(`${PREFIX} ${session}`, () => held)
    .catch(() => undefined);
  return release;
}

/** Drafts of this document whose editor is gone, the newest first. */
export async function leftDrafts<T>(document: string): Promise<Draft<T>[]> {
  const atWork = new Set((await locks()?.query())?.held?.map((lock) => lock.name));
  const start = place(document);
  const oldest = new Date(Date.now() - KEPT_DAYS * 86_400_000).toISOString();
  const found: Draft<T>[] = [];
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(start)) continue;
    const draft = read<T>(localStorage.getItem(key));
    if (draft === undefined || draft.at < oldest) localStorage.removeItem(key);
    else if (!atWork.has(`${PREFIX} ${draft.session}`)) found.push(draft);
  }
  return found.sort((a, b) => (a.at < b.at ? 1 : -1));
}

function read<T>(text: string | null): Draft<T> | undefined {
  try {
    const draft = JSON.parse(text ?? '') as Partial<Draft<T>>;
    return typeof draft.session === 'string' && typeof draft.at === 'string' && draft.value !== undefined ? (draft as Draft<T>) : undefined;
  } catch {
    return undefined;
  }
}
