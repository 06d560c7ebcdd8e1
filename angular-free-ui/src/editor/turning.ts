import type { Paragraph } from 'mdast';
import { write } from './markdown/dialect';
import { textField, withFields, type Block } from './page';

const FAMILY = ['text', 'callout', 'quote'];
const OWN = ['kind', 'title', 'author', 'source', 'link'];
const WRITING = { bullet: '-', ordered: '.', emphasis: '*' } as const;

/** What a block can become: the blocks that are one text each. */
export function turnsInto(block: Block): readonly string[] {
  return FAMILY.includes(block.type) ? FAMILY.filter((type) => type !== block.type) : [];
}

/** The block as another kind. What the new kind has no field for becomes part of its text. */
export function turned(block: Block, type: string): Block {
  if (!turnsInto(block).includes(type)) return block;
  const parts = [heading(block), type === 'text' ? quoted(block) : textField(block, 'markdown'), signature(block)];
  const markdown = parts.filter((part) => part.trim() !== '').join('\n\n');
  const own = Object.fromEntries(OWN.map((name) => [name, undefined]));
  return withFields(block, { ...own, type, v: 1, kind: type === 'callout' ? 'info' : undefined, markdown });
}

function heading(block: Block): string {
  const title = block.type === 'callout' ? textField(block, 'title') : '';
  return title === '' ? '' : write({ type: 'heading', depth: 3, children: [{ type: 'text', value: title }] }, WRITING);
}

/** Lines are led by `>`; a text of its own ends with one line break at most. */
function quoted(block: Block): string {
  const markdown = textField(block, 'markdown');
  if (block.type !== 'quote' || markdown.trim() === '') return markdown;
  return markdown.replace(/\n+$/, '').replace(/^/gm, '> ');
}

function signature(block: Block): string {
  if (block.type !== 'quote') return '';
  const [author, source, link] = ['author', 'source', 'link'].map((name) => textField(block, name));
  const words = [author, source].filter(Boolean).join(', ');
  if (words === '' && !link) return '';
  const text = { type: 'text' as const, value: words || (link ?? '') };
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: '— ' }, link ? { type: 'link', url: link, children: [text] } : text],
  };
  return write(paragraph, WRITING);
}
