import { computed, nextTick, onMounted, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { carryOver, type BlockConflict } from '@/editor/conflicts';
import { emptyDocument, find, parseDocument, type Block, type PageDocument } from '@/editor/page';
import { ApiError } from '@/framework/api/problem';
import type { Draft } from '@/framework/drafts';
import { useAutosave } from '@/framework/useAutosave';
import { toast } from '@/ui/toasts';
import { sitesApi, type Content, type ContentKind, type SaveConflict, type SaveDraft } from './api';

/** What is kept in this browser until it is saved. */
export interface LocalDraft {
  title: string;
  document: string;
  excerpt: string;
  authorName: string;
  baseRevision: number;
  /** What stood there, for the server when it does not keep that revision any more. */
  base?: Base;
  described?: Description;
}

interface Base {
  title: string;
  document: string;
}

/** What stood beside the text, which has no revisions: the server keeps what somebody else put there since. */
type Description = Pick<SaveDraft, 'baseExcerpt' | 'baseAuthorName'>;

/** A save under way, beside what the fields showed when it began. */
interface Sent {
  title: string;
  excerpt: string;
  authorName: string;
  document: PageDocument;
  draft: SaveDraft;
}

/**
 * A page or post that is being written: loaded, saved by itself, merged when somebody else wrote too.
 * @param flush writes what is being typed into the document
 */
export function useContent(kind: ContentKind, id: string, flush: () => void) {
  const { t } = useI18n();
  const api = sitesApi[kind];
  const content = shallowRef<Content>();
  const error = shallowRef<unknown>();
  const document = shallowRef<PageDocument>(emptyDocument());
  const title = ref('');
  const excerpt = ref('');
  const authorName = ref('');
  const fields = { title, excerpt, authorName };
  // What the server answered when two people wrote. Until somebody has chosen, mine stands on the revision it was made from.
  const met = shallowRef<SaveConflict & { sent: Sent }>();
  const conflicts = computed<readonly BlockConflict[]>(() =>
    (met.value?.conflicts ?? []).map(({ blockId, theirs }) => ({ blockId, mine: find(document.value, blockId)?.block ?? null, theirs: blockOf(theirs) })),
  );
  /** Both texts in one, with mine where somebody has to choose. */
  const joined = computed(() => (met.value === undefined ? document.value : carryOver(parseDocument(met.value.document), met.value.sent.document, document.value)));
  let revision = 0;
  // What was stored as `revision`: the server is given it when it does not keep that one any more.
  let base: Base | undefined;
  let described: Description = {};
  // What the server has; a change is what differs from it.
  let known = '';

  const written = (): string => JSON.stringify([title.value, excerpt.value, authorName.value, document.value]);

  function draft(): SaveDraft {
    const shared = { title: title.value.trim() || t('sites.untitled'), document: JSON.stringify(document.value), baseRevision: revision, session: autosave.session };
    return kind === 'page' ? shared : { ...shared, ...described, excerpt: excerpt.value.trim() || null, authorName: authorName.value.trim() || null };
  }

  function startFrom(stored: Content): void {
    revision = stored.revision;
    base = { title: stored.title, document: stored.document };
    described = { baseExcerpt: stored.excerpt ?? '', baseAuthorName: stored.authorName ?? '' };
  }

  /** What somebody else wrote into a field shows, unless it was changed here since it was sent: or the next save would put the old words back. */
  function follow(theirs: Partial<Pick<Content, keyof typeof fields>>, sent: Sent): void {
    for (const name of Object.keys(fields) as (keyof typeof fields)[]) {
      const isTheirs = theirs[name] !== undefined && (theirs[name] ?? '') !== (sent.draft[name] ?? '');
      if (isTheirs && fields[name].value === sent[name]) fields[name].value = theirs[name] ?? '';
    }
  }

  function show(from: Content): void {
    content.value = from;
    title.value = from.title;
    excerpt.value = from.excerpt ?? '';
    authorName.value = from.authorName ?? '';
    document.value = parseDocument(from.document);
    startFrom(from);
    known = written();
    met.value = undefined;
  }

  async function send(words: SaveDraft): Promise<Content> {
    try {
      return await api.save(id, words);
    } catch (problem) {
      if (base === undefined || !(problem instanceof ApiError) || problem.code !== 'Sites:RevisionUnknown') throw problem;
      return api.save(id, { ...words, baseTitle: base.title, baseDocument: base.document });
    }
  }

  async function typed(): Promise<void> {
    flush();
    await nextTick();
  }

  const local = (): LocalDraft => ({
    title: title.value,
    document: JSON.stringify(document.value),
    excerpt: excerpt.value,
    authorName: authorName.value,
    baseRevision: revision,
    ...(base && { base }),
    described,
  });

  const autosave = useAutosave(async () => {
    const sent: Sent = { title: title.value, excerpt: excerpt.value, authorName: authorName.value, document: document.value, draft: draft() };
    const before = written();
    try {
      const saved = await send(sent.draft);
      content.value = saved;
      startFrom(saved);
      known = before;
      // Somebody else's words came in: they are shown, with what was typed meanwhile.
      if (saved.wasMerged) await typed();
      const untouched = before === written();
      follow(saved, sent);
      if (saved.wasMerged) document.value = carryOver(parseDocument(saved.document), sent.document, document.value);
      if (untouched) known = written();
    } catch (problem) {
      const conflict = conflictOf(problem);
      if (conflict !== undefined) {
        await typed();
        met.value = { ...conflict, sent };
      }
      throw problem;
    }
  }, { write: flush, keep: { document: `${kind} ${id}`, value: local } });

  watch([document, title, excerpt, authorName], () => {
    if (content.value === undefined || known === written()) return;
    autosave.changed();
  });

  async function load(): Promise<void> {
    error.value = undefined;
    try {
      const loaded = await api.get(id);
      show(loaded);
      await autosave.look((draft) => draft.document !== loaded.document || draft.title !== loaded.title || draft.excerpt !== (loaded.excerpt ?? ''));
    } catch (problem) {
      error.value = problem;
    }
  }

  /** It is saved on the revision it was written on: the server merges it with what came since. */
  async function takeBack(draft: Draft<LocalDraft>): Promise<void> {
    await autosave.flush();
    met.value = undefined;
    revision = draft.value.baseRevision;
    base = draft.value.base;
    described = draft.value.described ?? {};
    title.value = draft.value.title;
    excerpt.value = draft.value.excerpt;
    authorName.value = draft.value.authorName;
    document.value = parseDocument(draft.value.document);
    await nextTick();
    autosave.dismiss(draft);
    toast(t('editor.draft.taken'));
  }

  function solve(solved: PageDocument): void {
    if (met.value === undefined) return;
    ({ revision } = met.value);
    base = undefined;
    follow({ title: met.value.title }, met.value.sent);
    met.value = undefined;
    document.value = solved;
    autosave.resume();
  }

  /** After an action of the server that may have changed the document itself. */
  function replace(next: Content): void {
    show(next);
    autosave.release();
  }

  onMounted(load);
  const ready = computed(() => content.value !== undefined);
  return { api, content, document, title, excerpt, authorName, error, ready, conflicts, joined, autosave, load, takeBack, solve, replace };
}

function conflictOf(problem: unknown): SaveConflict | undefined {
  if (!(problem instanceof ApiError) || problem.status !== 409) return undefined;
  const { data } = problem.problem as { data?: Partial<SaveConflict> };
  return data?.conflicts !== undefined && data.document !== undefined && data.revision !== undefined ? (data as SaveConflict) : undefined;
}

function blockOf(json: string | null): Block | null {
  return json === null ? null : (JSON.parse(json) as Block);
}
