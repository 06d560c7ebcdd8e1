import type { Nodes } from 'mdast';
import { read } from './markdown/dialect';
import { itemsOf } from './items';
import { columnsOf, textField, type Block, type PageDocument } from './page';

type Fields = Readonly<Record<string, unknown>>;

/** What readers get to see of a field, in the order they see it. Layout and references are no words. */
const WORDS = ['title', 'question', 'answer', 'value', 'name', 'role', 'label', 'text', 'email', 'who', 'due', 'caption', 'author', 'source', 'address', 'url', 'target', 'link', 'category'];
const PROSE = ['markdown', 'transcript'];

/** What a block says, in plain lines, to compare it with another. */
export function linesOf(block: Block): string[] {
  const lines = [...saidBy(block), ...itemsOf(block).flatMap((item) => bulleted(saidBy(item))), ...columnsOf(block).flat().flatMap(linesOf)];
  return lines.length > 0 ? lines : [block.type];
}

/** Names of the fields that differ and that no line tells: another picture, another background. */
export function silentDifferences(one: Block, other: Block): string[] {
  const told = [...WORDS, ...PROSE, 'columns', 'items', 'id'];
  const fields = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((name) => !told.includes(name));
  const differ = fields.filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));
  const pictures = (block: Block) => JSON.stringify(itemsOf(block).map((item) => [item['media'], item['course'], item['guide'], item['state']]));
  return pictures(one) === pictures(other) ? differ : [...differ, 'items'];
}

export interface Line {
  text: string;
  /** The other side does not have it. */
  own: boolean;
}

/** Two versions of a block side by side, line by line; `null` where there is none. */
export function sideBySide(before: Block | null, after: Block | null): { before: Line[]; after: Line[] } {
  const [one, other] = [before, after].map((block) => (block === null ? [] : linesOf(block))) as [string[], string[]];
  const marked = (lines: readonly string[], there: readonly string[]) => lines.map((text) => ({ text, own: !there.includes(text) }));
  return { before: marked(one, other), after: marked(other, one) };
}

/** The blocks in which two versions of a page differ, in the order of the second; what is only in the first comes last. */
export function differences(before: PageDocument, after: PageDocument): { before: Line[]; after: Line[] }[] {
  const same = (one: Block | undefined, other: Block | undefined) => JSON.stringify(one) === JSON.stringify(other);
  const at = (document: PageDocument, id: string) => document.blocks.find((block) => block.id === id);
  const changed = after.blocks.filter((block) => !same(at(before, block.id), block)).map((block) => sideBySide(at(before, block.id) ?? null, block));
  const gone = before.blocks.filter((block) => at(after, block.id) === undefined).map((block) => sideBySide(block, null));
  return [...changed, ...gone];
}

/** Titles inside the texts of a page, levels 2 and 3: what a table of contents lists. */
export function headingsOf(document: PageDocument): { level: 2 | 3; text: string }[] {
  return document.blocks.flatMap((block) => {
    const inner = columnsOf(block).flat();
    return [block, ...inner].flatMap((one) => {
      if (one.type !== 'text') return [];
      return read(textField(one, 'markdown')).children.flatMap((node) =>
        node.type === 'heading' && (node.depth === 2 || node.depth === 3) ? [{ level: node.depth, text: plain(node) }] : [],
      );
    });
  });
}

function saidBy(fields: Fields): string[] {
  const alt = (fields['alt'] ?? {}) as { text?: unknown };
  const own = WORDS.map((name) => textField(fields, name));
  const prose = PROSE.flatMap((name) => textLines(read(textField(fields, name)), ''));
  return [...own, ...prose, typeof alt.text === 'string' ? alt.text : ''].filter((line) => line !== '');
}

function bulleted(lines: string[]): string[] {
  return lines.map((line, index) => `${index === 0 ? '• ' : '   '}${line}`);
}

function textLines(node: Nodes, lead: string): string[] {
  switch (node.type) {
    case 'root':
    case 'blockquote':
      return node.children.flatMap((child) => textLines(child, lead));
    case 'list':
      return node.children.flatMap((item) => item.children.flatMap((child, index) => textLines(child, index === 0 ? `${lead}• ` : `${lead}   `)));
    case 'table':
      return node.children.map((row) => lead + row.children.map((cell) => plain(cell)).join(' | '));
    case 'definition':
    case 'thematicBreak':
      return [];
    default:
      return plain(node)
        .split('\n')
        .map((line) => lead + line);
  }
}

function plain(node: Nodes): string {
  if ('children' in node) return node.children.map(plain).join('');
  if (node.type === 'break') return '\n';
  return 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : '';
}
