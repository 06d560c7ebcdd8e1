import { blockAtPointer, columnsOf, isRecord, type Block, type PageDocument } from '@/editor/page';
import { writeField } from '@/editor/fields';
import type { PreflightItem } from './api';

/** What the last look looks at, and a repair changes. */
export interface Letter {
  subject: string;
  previewText: string | null;
  document: PageDocument;
}

/** Where in the workspace a finding is mended. */
export type Place = { kind: 'subject' | 'previewText' | 'replyTo' | 'audience' | 'test' } | { kind: 'block'; id: string };

/** What one press puts right, with a few words where only the writer knows them. */
export type Repair =
  | { kind: 'alt'; pointer: string }
  | { kind: 'fallback'; field: string }
  | { kind: 'https' | 'unlink'; address: string };

/** A line of the list: from the server, or of a link that was asked. */
export type Finding = Pick<PreflightItem, 'code' | 'level' | 'message'> & Partial<PreflightItem>;

const fieldOf: Partial<Record<string, 'subject' | 'previewText' | 'replyTo' | 'audience' | 'test'>> = {
  Subject: 'subject',
  PreviewText: 'previewText',
  ReplyTo: 'replyTo',
  Audience: 'audience',
  Members: 'audience',
  TestSent: 'test',
};

/** The place to go to; none where nothing is to be done there. */
export function placeOf(finding: Finding, letter: Letter): Place | undefined {
  if (finding.level === 'Ok') return undefined;
  const field = fieldOf[finding.code];
  if (field !== undefined) return { kind: field };
  if (finding.path) return placeOfBlock(blockAtPointer(letter.document, finding.path));
  if (finding.code === 'Content' || finding.code === 'Size') return placeOfBlock(letter.document.blocks[0]);
  if (finding.text) return placeOfWords(finding.text, letter);
  return undefined;
}

/** The repair that is certain; none where the writer has to think. */
export function repairOf(finding: Finding, letter: Letter): Repair | undefined {
  const pointer = /^(.*\/alt)(?:\/text)?$/.exec(finding.path ?? '')?.[1];
  if (pointer !== undefined) return { kind: 'alt', pointer };
  if (finding.cause === 'Mailing:PersonalizationNoFallback' && finding.text) return { kind: 'fallback', field: finding.text };
  if ((finding.code === 'InsecureLink' || finding.code === 'DeadLink') && finding.text) {
    const repair: Repair = { kind: finding.code === 'DeadLink' ? 'unlink' : 'https', address: finding.text };
    return mended(letter, repair, '').document === letter.document ? undefined : repair;
  }
  return undefined;
}

/** Whether the writer has to say something: what a picture shows, what stands in for a name. */
export const needsWords = (repair: Repair): boolean => repair.kind === 'alt' || repair.kind === 'fallback';

/** The letter with the repair. What it does not touch stays the same object. @param words for a picture, none means that it only decorates */
export function mended(letter: Letter, repair: Repair, words: string): Letter {
  if (repair.kind === 'alt') return { ...letter, document: setAt(letter.document, repair.pointer.split('/').slice(1), words.trim() === '' ? { kind: 'decorative' } : { kind: 'text', text: words.trim() }) as PageDocument };
  if (repair.kind === 'fallback') {
    const field = new RegExp(`\\{\\{\\s*${escaped(repair.field)}\\s*(?:\\|\\s*)?\\}\\}`, 'g');
    const change = (text: string) => text.replace(field, () => writeField({ name: repair.field, fallback: words }));
    return { subject: change(letter.subject), previewText: letter.previewText === null ? null : change(letter.previewText), document: mapTexts(letter.document, change) as PageDocument };
  }
  const end = '(?=$|[\\s)>"\'\\]])';
  if (repair.kind === 'https') {
    const address = new RegExp(escaped(repair.address) + end, 'g');
    return { ...letter, document: mapTexts(letter.document, (text) => text.replace(address, (found) => found.replace(/^http:/, 'https:'))) as PageDocument };
  }
  const link = new RegExp(`(?<!!)\\[([^\\]]*)\\]\\(\\s*<?${escaped(repair.address)}>?(?:\\s+"[^"]*")?\\s*\\)`, 'g');
  return { ...letter, document: mapTexts(letter.document, (text, key) => (key === 'link' && text === repair.address ? undefined : text.replace(link, '$1'))) as PageDocument };
}

function placeOfBlock(block: Block | undefined): Place | undefined {
  return block === undefined ? undefined : { kind: 'block', id: block.id };
}

function placeOfWords(words: string, letter: Letter): Place | undefined {
  if (letter.subject.includes(words)) return { kind: 'subject' };
  if (letter.previewText?.includes(words) === true) return { kind: 'previewText' };
  const blocks = letter.document.blocks.flatMap((block) => [...columnsOf(block).flat(), block]);
  return placeOfBlock(blocks.find((block) => textsOf(block).some((text) => text.includes(words))));
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return isRecord(value) ? Object.values(value).flatMap(textsOf) : [];
}

/** Each text of a document changed; a change to `undefined` takes the field out. */
function mapTexts(value: unknown, change: (text: string, key: string) => string | undefined, key = ''): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) {
    const next = value.map((one) => mapTexts(one, change, key));
    return next.every((one, index) => one === value[index]) ? value : next;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([name, one]) => [name, mapTexts(one, change, name)] as const);
  if (entries.every(([name, one]) => one === value[name])) return value;
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

function setAt(holder: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(holder)) return holder.map((one: unknown, index) => (index === Number(step) ? setAt(one, rest, value) : one));
  return isRecord(holder) ? { ...holder, [step]: setAt(holder[step], rest, value) } : holder;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
