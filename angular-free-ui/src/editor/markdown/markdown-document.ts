import type { JSONContent } from '@tiptap/core';
import { Node as EditorNode, type Schema } from '@tiptap/pm/model';
import type { RootContent } from 'mdast';
import { canonical, same, type Canonical } from './canonical';
import { definitionLines, withDefinitions } from './definitions';
import { read, write, type Writing } from './dialect';
import { blockFromEditor } from './from-editor';
import { blockToEditor } from './to-editor';

/** The text that would be stored does not say what the editor shows. Nothing is stored; the draft stays. */
export class LossyMarkdownError extends Error {
  constructor(readonly attempted: string) {
    super('The Markdown that would be saved does not say what the editor holds.');
    this.name = 'LossyMarkdownError';
  }
}

/** A block as it stood in the source, from the start of its first line to the end of its last. */
interface Slice {
  source: string;
  canonical: Canonical;
}

/** A Markdown text that is open in the editor. Whatever is not edited is written back byte for byte. */
export interface MarkdownDocument {
  readonly source: string;
  /** What the editor shows; give it as JSON, never as HTML. */
  readonly content: JSONContent;
  readonly head: string;
  readonly tail: string;
  readonly slices: readonly Slice[];
  /** `gaps[i]` stands between the slices `i` and `i + 1`. */
  readonly gaps: readonly string[];
  readonly byContent: ReadonlyMap<string, readonly number[]>;
  readonly definitions: readonly string[];
  readonly lineEnd: string;
}

const WRITINGS: readonly Pick<Writing, 'emphasis'>[] = [{ emphasis: '*' }, { emphasis: '_' }];

export function openMarkdown(source: string, schema: Schema): MarkdownDocument {
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(mark.length);
  const root = read(text);
  const definitions = definitionLines(root, text);
  const slices: Slice[] = [];
  const gaps: string[] = [];
  const contents: JSONContent[] = [];
  let head = mark + text;
  let end = 0;
  for (const node of root.children) {
    const start = lineStart(text, end, node.position?.start.offset ?? end);
    const gap = text.slice(end, start);
    if (slices.length === 0) head = mark + gap;
    else gaps.push(gap);
    end = node.position?.end.offset ?? start;
    const slice = { source: text.slice(start, end), canonical: canonical([node], { definitions, looseness: false }) };
    slices.push(slice);
    contents.push(hold(node, text, slice.source, definitions, schema));
  }
  const content = EditorNode.fromJSON(schema, { type: 'doc', content: contents.length > 0 ? contents : [{ type: 'paragraph' }] });
  const json = content.toJSON() as JSONContent;
  const byContent = new Map<string, number[]>();
  if (slices.length > 0) {
    for (const [index, block] of (json.content ?? []).entries()) {
      const key = JSON.stringify(block);
      byContent.set(key, [...(byContent.get(key) ?? []), index]);
    }
  }
  const tail = slices.length === 0 ? '' : text.slice(end);
  const lineEnd = /\r\n|\r|\n/.exec(source)?.[0] ?? '\n';
  return { source, content: json, head, tail, slices, gaps, byContent, definitions, lineEnd };
}

/** @throws LossyMarkdownError when what would be written does not read back as what the editor holds. */
export function saveMarkdown(document: MarkdownDocument, content: JSONContent): string {
  const blocks = content.content ?? [];
  if (JSON.stringify(content) === JSON.stringify(document.content)) return document.source;
  const parts = match(document, blocks);
  const text = assemble(document, parts);
  const definitions = definitionLines(read(stripMark(text)), stripMark(text));
  const kept = definitions.join('\n') === document.definitions.join('\n');
  const held = parts.flatMap((part) => {
    if (part.slice === undefined) return canonical([part.node], { definitions, looseness: false });
    const slice = document.slices[part.slice];
    return kept && slice !== undefined ? slice.canonical : canonical([{ type: 'verbatim', value: part.text }], { definitions, looseness: false });
  });
  const written = canonical(read(stripMark(text)).children, { definitions, looseness: false });
  if (!same(held, written)) throw new LossyMarkdownError(text);
  return text;
}

/** The guard at open: a block that does not survive being written and read again is shown as it is, and kept. */
function hold(node: RootContent, text: string, source: string, definitions: readonly string[], schema: Schema): JSONContent {
  const before = canonical([node], { definitions, looseness: true });
  const kept: JSONContent = { type: 'protectedBlock', attrs: { source } };
  try {
    const held = EditorNode.fromJSON(schema, blockToEditor(node, text));
    held.check();
    const back = blockFromEditor(held.toJSON() as JSONContent);
    if (back === null) return kept;
    const survives = WRITINGS.some(({ emphasis }) => {
      const again = read(withDefinitions(write(back, { bullet: '-', ordered: '.', emphasis }), definitions));
      const children = again.children.slice(0, again.children.length - definitions.length);
      return same(before, canonical(children, { definitions, looseness: true }));
    });
    return survives ? (held.toJSON() as JSONContent) : kept;
  } catch {
    return kept;
  }
}

type Part = { slice: number; text: string; node?: undefined } | { slice?: undefined; text: string; node: RootContent };

/** For each block of the editor its slice of the source, when it has not changed, or its new text. */
function match(document: MarkdownDocument, blocks: readonly JSONContent[]): Part[] {
  const parts: Part[] = [];
  let last = -1;
  for (const block of blocks) {
    const candidates = document.byContent.get(JSON.stringify(block)) ?? [];
    const slice = candidates.find((index) => index > last) ?? candidates[0];
    if (slice !== undefined) {
      parts.push({ slice, text: document.slices[slice]?.source ?? '' });
      last = slice;
      continue;
    }
    const node = blockFromEditor(block);
    if (node !== null) parts.push({ text: '', node });
  }
  for (const [index, part] of parts.entries()) {
    if (part.node !== undefined) part.text = rewrite(document, part.node, parts[index - 1], parts[index + 1]);
  }
  return parts;
}

/** Two lists that touch must not use the same marker, else they become one. */
function rewrite(document: MarkdownDocument, node: RootContent, before: Part | undefined, after: Part | undefined): string {
  const taken = [before, after].map((part) => marker(part?.text));
  const bullet = (['-', '*', '+'] as const).find((choice) => !taken.includes(choice)) ?? '-';
  const ordered = taken.includes('.') ? ')' : '.';
  const expected = canonical([node], { definitions: document.definitions, looseness: false });
  const texts = WRITINGS.map(({ emphasis }) => write(node, { bullet, ordered, emphasis }));
  const good = texts.find((text) => {
    const { children } = read(withDefinitions(text, document.definitions));
    const own = children.slice(0, children.length - document.definitions.length);
    return same(expected, canonical(own, { definitions: document.definitions, looseness: false }));
  });
  return (good ?? texts[0] ?? '').replaceAll('\n', document.lineEnd);
}

function marker(text: string | undefined): string | undefined {
  return /^ {0,3}(?:\d{1,9}(?=[.)]))?([-*+.)])(?:\s|$)/.exec(text ?? '')?.[1];
}

function assemble(document: MarkdownDocument, parts: readonly Part[]): string {
  const text = parts.map((part, index) => gapBefore(document, parts[index - 1], part) + part.text).join('');
  const tail = document.slices.length === 0 ? document.lineEnd : document.tail;
  return parts.length === 0 ? '' : document.head + text + tail;
}

/** What stands between two blocks: what stood there, when a blank line is in it or neither has changed. */
function gapBefore({ gaps, lineEnd }: MarkdownDocument, before: Part | undefined, part: Part): string {
  if (before === undefined) return '';
  const after = part.slice === undefined ? undefined : part.slice - 1;
  const gap = gaps[before.slice ?? after ?? -1] ?? '';
  const untouched = before.slice !== undefined && before.slice === after;
  const blankLine = (gap.match(/\r\n|\r|\n/g)?.length ?? 0) > 1;
  return untouched || blankLine ? gap : lineEnd + lineEnd;
}

function stripMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Blanks before a block on its own line belong to it: they are the indent of what follows. */
function lineStart(text: string, from: number, to: number): number {
  const gap = text.slice(from, to);
  const last = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
  return last < 0 ? (from === 0 ? 0 : to) : from + last + 1;
}
