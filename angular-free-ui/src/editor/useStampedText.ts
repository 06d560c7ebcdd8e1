import { computed, nextTick, ref, shallowRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApiError, messageOf } from '@/framework/api/problem';
import type { Draft } from '@/framework/drafts';
import { useAutosave } from '@/framework/useAutosave';
import { toast } from '@/ui/toasts';
import type { BlockConflict } from './conflicts';
import { issuesIn, issuesOf } from './issues';
import { choose, mergeDocuments, mergeFields, type FieldConflict, type FieldNames } from './merging';
import { emptyDocument, parseDocument, type PageDocument } from './page';

/** A text that the server keeps in one state, with a stamp that tells whether somebody else saved meanwhile. */
export interface Stamped {
  id: string;
  concurrencyStamp: string | null;
}

/** What is kept in this browser until it is saved. */
export interface KeptText<T> {
  document: string;
  form: T;
  /** What both were made from. */
  base?: { document: string; form: T };
}

/** What two people changed, put into one text that holds mine until somebody has chosen. Nothing of it is shown in the editor before. */
export interface TextConflict {
  blocks: readonly BlockConflict[];
  fields: readonly FieldConflict[];
  document: PageDocument;
  values: object;
  lostOrder: boolean;
  /** Of a kept text; without it, of what somebody else saved. */
  kept?: { dismiss: () => void };
  theirs?: Stamped;
}

interface Source<T extends Stamped> {
  /** As it was loaded. */
  first: T;
  /** Kind of text, for what is kept in this browser. */
  kind: string;
  /** The fields that people write, with the names that they know them by; all others are the server's to say. */
  fields: FieldNames<T>;
  read: (from: T) => PageDocument;
  load: (id: string) => Promise<T>;
  save: (form: T, document: string) => Promise<T>;
  /** Writes what is being typed into the document. */
  flush: () => void;
}

/**
 * A form with a block document: letters, guides, lessons. It saves itself. What somebody else saved meanwhile is merged here,
 * block by block and field by field, from the state that both started from; what both changed is shown side by side. What
 * was written and never saved is kept in this browser, offered, and merged in the same way: a newer text is never
 * overwritten. (Pages and posts are merged by the server, which keeps their history: sites/useContent.ts.)
 */
export function useStampedText<T extends Stamped>(source: Source<T>) {
  const { t } = useI18n();
  const form = ref({ ...source.first }) as Ref<T>;
  const document = shallowRef(source.read(source.first));
  const conflict = shallowRef<TextConflict>();
  /** Closing the comparison puts it off: nothing is saved until somebody has chosen. */
  const comparing = ref(false);
  const names = Object.keys(source.fields) as (keyof T & string)[];
  const stateOf = (one: T) => ({ form: one, document: JSON.stringify(source.read(one)) });
  // What both were made from, as long as it is not known that mine is saved on theirs.
  let base = stateOf(source.first);
  // Sent, and no answer came: whether it was saved is not known.
  let unanswered: string[] = [];

  const saving = useAutosave(
    async () => {
      try {
        await send();
      } catch (problem) {
        if (!(problem instanceof ApiError) || problem.status !== 409 || !(await meet())) throw problem;
        await send();
      }
    },
    { write: source.flush, keep: { document: `${source.kind} ${source.first.id}`, value: (): KeptText<T> => ({ document: JSON.stringify(document.value), form: form.value, base }) } },
  );
  void saving.look((kept) => kept.document !== JSON.stringify(document.value) || names.some((name) => JSON.stringify(kept.form[name]) !== JSON.stringify(form.value[name])));

  async function send(): Promise<void> {
    const sent = signOf(form.value, document.value);
    try {
      const saved = await source.save(form.value, JSON.stringify(document.value));
      unanswered = [];
      base = stateOf(saved);
      follow(saved);
    } catch (problem) {
      if (!(problem instanceof ApiError) || problem.status === 0 || problem.status >= 500) unanswered.push(sent);
      throw problem;
    }
  }

  /** What people wrote, to be known again: the server trims, and may keep an empty field as none. */
  function signOf(one: T, text: PageDocument): string {
    const plain = (value: unknown) => (typeof value === 'string' ? value.trim() || null : (value ?? null));
    return JSON.stringify([names.map((name) => plain(one[name])), text]);
  }

  /** What the server says comes in; what is being typed stays. */
  function follow(saved: T): void {
    const written = Object.fromEntries(names.map((name) => [name, form.value[name]]));
    form.value = { ...saved, ...written };
  }

  /** What is being typed is in the document before anything is done with it. */
  async function written(): Promise<void> {
    source.flush();
    await nextTick();
  }

  /** @returns whether what somebody else saved is in mine now, and it can be saved */
  async function meet(): Promise<boolean> {
    const theirs = await source.load(form.value.id);
    await written();
    if (theirs.concurrencyStamp === form.value.concurrencyStamp) return false;
    const isMine = unanswered.includes(signOf(theirs, source.read(theirs)));
    unanswered = [];
    if (isMine) {
      base = stateOf(theirs);
      follow(theirs);
      return true;
    }
    const text = mergeDocuments(parseDocument(base.document), document.value, source.read(theirs));
    const around = mergeFields(base.form, form.value, theirs, source.fields);
    if (ask({ blocks: text.conflicts, fields: around.conflicts, document: text.document, values: around.values, lostOrder: text.lostOrder, theirs })) return false;
    join(theirs, around.values, text.document);
    if (text.lostOrder) toast(t('editor.merge.lostOrder'));
    return true;
  }

  /** From here on mine is made from theirs. */
  function join(theirs: T, values: object, next: PageDocument): void {
    base = stateOf(theirs);
    form.value = { ...theirs, ...values };
    document.value = next;
  }

  function ask(found: TextConflict): boolean {
    comparing.value = found.blocks.length + found.fields.length > 0;
    conflict.value = comparing.value ? found : undefined;
    return comparing.value;
  }

  /** Puts a kept text into what is there now. */
  async function takeBack(draft: Draft<KeptText<T>>): Promise<void> {
    await saving.flush();
    await written();
    const { value } = draft;
    const from = value.base === undefined ? emptyDocument() : parseDocument(value.base.document);
    const text = mergeDocuments(from, parseDocument(value.document), document.value);
    const around = mergeFields(value.base?.form, value.form, form.value, source.fields);
    const kept = { dismiss: () => saving.dismiss(draft) };
    if (!ask({ blocks: text.conflicts, fields: around.conflicts, document: text.document, values: around.values, lostOrder: text.lostOrder, kept })) await put(around.values, text.document, kept.dismiss);
  }

  async function put(values: object, next: PageDocument, dismiss: () => void): Promise<void> {
    form.value = { ...form.value, ...values };
    write(next);
    await nextTick();
    dismiss();
    toast(t('editor.draft.taken'));
  }

  /** After it was put off: with what was written, by both, since then. */
  async function compare(): Promise<void> {
    try {
      if (await meet()) saving.resume();
    } catch (problem) {
      toast(messageOf(problem), { tone: 'error' });
    }
  }

  async function solve(solved: PageDocument, theirs: readonly string[]): Promise<void> {
    const found = conflict.value;
    if (found === undefined) return;
    conflict.value = undefined;
    const values = choose(found.values, found.fields, theirs);
    if (found.kept !== undefined) return put(values, solved, found.kept.dismiss);
    join(found.theirs as T, values, solved);
    saving.resume();
  }

  function putOff(): void {
    comparing.value = false;
    // It is still kept, and offered again.
    if (conflict.value?.kept !== undefined) conflict.value = undefined;
  }

  function set<K extends keyof T>(name: K, value: T[K]): void {
    form.value[name] = value;
    saving.changed();
  }

  function write(next: PageDocument): void {
    document.value = next;
    saving.changed();
  }

  /** After an action of the server. When somebody else's text came with it, the next save meets it: until then the old stamp holds. */
  function adopt(next: T): void {
    const isOurs = JSON.stringify(source.read(next)) === base.document && names.every((name) => JSON.stringify(next[name]) === JSON.stringify(base.form[name]));
    follow(isOurs ? next : { ...next, concurrencyStamp: form.value.concurrencyStamp });
  }

  /** What stood in the way of the last save. */
  const issues = computed(() => issuesIn(document.value, issuesOf(saving.error.value)));

  return { form, document, issues, conflict, comparing, saving, set, write, adopt, takeBack, compare, solve, putOff };
}
