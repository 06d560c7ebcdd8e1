import type { Nodes } from 'mdast';
import { read } from './markdown/dialect';
import { columnsOf, textField, type Block } from './page';

/** What a block says, in plain lines, to compare it with another. */
export function linesOf(block: Block): string[] {
  const alt = (block['alt'] ?? {}) as { text?: unknown };
  const own = ['title', 'label', 'caption', 'target'].map((name) => textField(block, name));
  const text = textLines(read(textField(block, 'markdown')), '');
  const inner = columnsOf(block).flat().flatMap(linesOf);
  const lines = [...own, ...text, typeof alt.text === 'string' ? alt.text : '', ...inner].filter((line) => line !== '');
  return lines.length > 0 ? lines : [block.type];
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
