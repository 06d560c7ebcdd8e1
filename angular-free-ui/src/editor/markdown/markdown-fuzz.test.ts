import type { JSONContent } from '@tiptap/core';
import { Node as EditorNode } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { LossyMarkdownError, openMarkdown, saveMarkdown } from './markdown-document';
import { seeded } from './testing/random';
import { corpus, examples, schema } from './testing/samples';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20261123);
const NASTY = [
  '*',
  '_',
  ' ',
  '\u00a0',
  '1. ',
  '- ',
  '# ',
  '`',
  '[',
  ']',
  '(',
  '|',
  '<b>',
  '&amp;',
  '\\',
  '{{nom}}',
  'mot',
  '~~',
  '!',
  ':',
  '> ',
  'œuf\u00a0!',
  '^',
  '=',
  '--',
];
const MARKS = ['bold', 'italic', 'strike', 'code'];

describe('Random edits', () => {
  it(`lose no text in ${RUNS} runs`, { timeout: 120_000 }, () => {
    const random = seeded(SEED);
    const sources = [...corpus, ...examples.filter((example) => example.markdown.length > 10)];
    let refused = 0;
    let becameProtected = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const { name, markdown } = pick(sources, random);
      const document = openMarkdown(markdown, schema);
      const edited = structuredClone(document.content);
      const count = 1 + Math.floor(random() * 6);
      for (let edit = 0; edit < count; edit += 1) change(edited, random);
      const held = EditorNode.fromJSON(schema, edited).toJSON() as JSONContent;
      let text: string;
      try {
        text = saveMarkdown(document, held);
      } catch (error) {
        expect(error).toBeInstanceOf(LossyMarkdownError);
        refused += 1;
        continue;
      }
      const again = openMarkdown(text, schema);
      expect(saveMarkdown(again, again.content), name).toBe(text);
      if (protectedCount(again.content) > protectedCount(held)) becameProtected += 1;
      else expect(letters(again.content), `${name}: ${text}`).toBe(letters(held));
    }
    expect(refused / RUNS, 'refused').toBeLessThan(0.02);
    expect(becameProtected / RUNS, 'became protected').toBeLessThan(0.02);
  });
});

function change(doc: JSONContent, random: () => number): void {
  const blocks = doc.content ?? [];
  const at = Math.floor(random() * blocks.length);
  const kind = random();
  // A reference without its definition is read as the text that it is: see the other tests.
  const defines = blocks[at]?.type === 'protectedBlock' && /^[ >]*\[/m.test(String(blocks[at].attrs?.['source']));
  if (kind < 0.08) blocks.splice(at, defines ? 0 : 1);
  else if (kind < 0.16) blocks.splice(Math.floor(random() * blocks.length), 0, ...blocks.splice(at, 1));
  else if (kind < 0.22) blocks.splice(at, 0, structuredClone(blocks[at] ?? { type: 'paragraph' }));
  else if (kind < 0.3) blocks.splice(at, 0, { type: 'paragraph', content: [{ type: 'text', text: pick(NASTY, random) + pick(NASTY, random) }] });
  else {
    const parents = textParents(doc);
    if (parents.length > 0) changeText(pick(parents, random), random);
  }
  if (blocks.length === 0) blocks.push({ type: 'paragraph' });
}

function changeText(parent: JSONContent, random: () => number): void {
  const content = (parent.content ??= []);
  const index = Math.floor(random() * content.length);
  const node = content[index];
  if (node?.type !== 'text') {
    content.splice(index, 0, { type: 'text', text: pick(NASTY, random) });
    return;
  }
  const text = node.text ?? '';
  const from = Math.floor(random() * (text.length + 1));
  const to = from + Math.floor(random() * (text.length + 1 - from));
  const kind = random();
  if (kind < 0.5) node.text = text.slice(0, from) + pick(NASTY, random) + text.slice(from);
  else if (kind < 0.65) {
    const rest = text.slice(0, from) + text.slice(to);
    if (rest === '') content.splice(index, 1);
    else node.text = rest;
  } else if (parent.type !== 'codeBlock' && to > from) {
    const mark = { type: pick(MARKS, random) };
    const marks = [...(node.marks ?? []).filter((own) => own.type !== mark.type), mark];
    const parts = [
      { ...node, text: text.slice(0, from) },
      { ...node, text: text.slice(from, to), marks },
      { ...node, text: text.slice(to) },
    ];
    content.splice(index, 1, ...parts.filter((part) => part.text !== ''));
  }
}

function textParents(node: JSONContent): JSONContent[] {
  const own = ['paragraph', 'heading', 'codeBlock'].includes(node.type ?? '') ? [node] : [];
  return [...own, ...(node.content ?? []).flatMap(textParents)];
}

function letters(node: JSONContent): string {
  const source = (node.attrs as { source?: string } | undefined)?.source ?? '';
  return (node.text ?? source).replace(/[ \t\r\n]/g, '') + (node.content ?? []).map(letters).join('');
}

function protectedCount(doc: JSONContent): number {
  return (doc.content ?? []).filter((block) => block.type === 'protectedBlock').length;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)]!;
}
