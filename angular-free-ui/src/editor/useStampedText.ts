import { nextTick, ref, shallowRef, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { ApiError } from '@/framework/api/problem';
import type { Draft } from '@/framework/drafts';
import { useAutosave } from '@/framework/useAutosave';
import { toast } from '@/ui/toasts';
import type { BlockConflict } from './conflicts';
import { mergeDocuments, mergeFields, type FieldConflict } from './merging';
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

export interface TextConflict {
  blocks: readonly BlockConflict[];
  fields: readonly FieldConflict[];
  /** Of a kept text: nothing of it is shown before somebody has chosen. */
  kept?: { document: PageDocument; values: object; dismiss: () => void };
}

interface Source<T extends Stamped> {
  /** As it was loaded. */
  first: T;
  /** Kind of text, for what is kept in this browser. */
  kind: string;
  /** The fields that people write, with the names that they know them by; all others are the server's to say. */
  fields: Readonly<Partial<Record<keyof T & string, string>>>;
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
  let base = stateOf(source.first);

  const saving = useAutosave(
    async () => {
      source.flush();
      try {
        await send();
      } catch (problem) {
        if (!(problem instanceof ApiError) || problem.status !== 409 || !meet(await source.load(form.value.id))) throw problem;
        await send();
      }
    },
    { keep: { document: `${source.kind} ${source.first.id}`, value: (): KeptText<T> => ({ document: JSON.stringify(document.value), form: form.value, base }) } },
  );
  void saving.look((kept) => kept.document !== JSON.stringify(document.value) || names.some((name) => JSON.stringify(kept.form[name]) !== JSON.stringify(form.value[name])));

  async function send(): Promise<void> {
    const saved = await source.save(form.value, JSON.stringify(document.value));
    base = stateOf(saved);
    follow(saved);
  }

  /** What the server says comes in; what is being typed stays. */
  function follow(saved: T): void {
    const written = Object.fromEntries(names.map((name) => [name, form.value[name]]));
    form.value = { ...saved, ...written };
  }

  /** @returns whether what somebody else saved is in mine now, and it can be saved */
  function meet(theirs: T): boolean {
    if (theirs.concurrencyStamp === form.value.concurrencyStamp) return false;
    const text = mergeDocuments(parseDocument(base.document), document.value, source.read(theirs));
    const around = mergeFields(base.form, form.value, theirs, source.fields);
    base = stateOf(theirs);
    document.value = text.document;
    form.value = { ...theirs, ...around.values };
    return !ask({ blocks: text.conflicts, fields: around.conflicts });
  }

  function ask(found: TextConflict): boolean {
    comparing.value = found.blocks.length + found.fields.length > 0;
    conflict.value = comparing.value ? found : undefined;
    return comparing.value;
  }

  /** Puts a kept text into what is there now. */
  async function takeBack(draft: Draft<KeptText<T>>): Promise<void> {
    await saving.flush();
    const { value } = draft;
    const from = value.base === undefined ? emptyDocument() : parseDocument(value.base.document);
    const text = mergeDocuments(from, parseDocument(value.document), document.value);
    const around = mergeFields(value.base?.form, value.form, form.value, source.fields);
    const kept = { document: text.document, values: around.values, dismiss: () => saving.dismiss(draft) };
    if (!ask({ blocks: text.conflicts, fields: around.conflicts, kept })) await put(kept);
  }

  async function put({ document: next, values, dismiss }: NonNullable<TextConflict['kept']>): Promise<void> {
    form.value = { ...form.value, ...values };
    write(next);
    await nextTick();
    dismiss();
    toast(t('editor.draft.taken'));
  }

  async function solve(solved: PageDocument, theirs: readonly string[]): Promise<void> {
    const { fields, kept } = conflict.value ?? { fields: [] };
    conflict.value = undefined;
    const chosen = Object.fromEntries(fields.filter(({ name }) => theirs.includes(name)).map((field) => [field.name, field.theirs]));
    if (kept !== undefined) return put({ ...kept, document: solved, values: { ...kept.values, ...chosen } });
    form.value = { ...form.value, ...chosen };
    document.value = solved;
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

  return { form, document, conflict, comparing, saving, set, write, adopt, takeBack, solve, putOff };
}
