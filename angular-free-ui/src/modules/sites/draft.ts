/** What is written and not saved yet, kept in this browser: a lost network or a closed lid loses nothing. */
export interface LocalDraft {
  title: string;
  document: string;
  excerpt: string;
  authorName: string;
  baseRevision: number;
  baseTitle?: string;
  baseDocument?: string;
}

const key = (kind: string, id: string): string => `draft ${kind} ${id}`;

export function keepDraft(kind: string, id: string, draft: LocalDraft): void {
  try {
    localStorage.setItem(key(kind, id), JSON.stringify(draft));
  } catch {
    // The browser's store is full or forbidden: the save on the server goes on without it.
  }
}

export function takeDraft(kind: string, id: string): LocalDraft | null {
  const text = localStorage.getItem(key(kind, id));
  if (text === null) return null;
  try {
    return JSON.parse(text) as LocalDraft;
  } catch {
    return null;
  }
}

export function forgetDraft(kind: string, id: string): void {
  localStorage.removeItem(key(kind, id));
}
