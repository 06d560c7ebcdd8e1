import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { h, type FunctionalComponent, type VNodeChild } from 'vue';

interface Block {
  id: string;
  type: string;
  [field: string]: unknown;
}

/** Addresses that a reader may follow; anything else stays text. */
const isSafe = (address: string) => /^(https?:|mailto:|tel:|\/|#)/i.test(address);

function inside(node: Nodes): VNodeChild[] {
  return 'children' in node ? node.children.map(show) : [];
}

function show(node: Nodes): VNodeChild {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.type === 'text' ? node.value : h('code', node.value);
    case 'paragraph':
      return h('p', inside(node));
    // A document stands below the title of the page and its section.
    case 'heading':
      return h(`h${Math.min(6, Math.max(3, node.depth + 1))}`, inside(node));
    case 'strong':
    case 'emphasis':
    case 'delete':
      return h({ strong: 'strong', emphasis: 'em', delete: 's' }[node.type], inside(node));
    case 'list':
      return h(node.ordered ? 'ol' : 'ul', inside(node));
    case 'listItem':
      return h('li', inside(node));
    case 'blockquote':
      return h('blockquote', inside(node));
    case 'link':
      return isSafe(node.url) ? h('a', { href: node.url, rel: 'noopener' }, inside(node)) : h('span', inside(node));
    case 'break':
      return h('br');
    case 'thematicBreak':
      return h('hr');
    case 'code':
      return h('pre', node.value);
    case 'table':
      return h('table', inside(node));
    case 'tableRow':
      return h('tr', inside(node));
    case 'tableCell':
      return h('td', inside(node));
    case 'html':
      return node.value;
    case 'image':
      return node.alt;
    default:
      return inside(node);
  }
}

function markdown(text: unknown): VNodeChild[] {
  return typeof text === 'string' ? inside(fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })) : [];
}

function block(one: Block): VNodeChild {
  const columns = Array.isArray(one['columns']) ? (one['columns'] as Block[][]) : [];
  const words = typeof one['label'] === 'string' ? one['label'] : '';
  const alt = (one['alt'] as { text?: string } | undefined)?.text;
  return h('div', { key: one.id }, [
    typeof one['title'] === 'string' && one['title'] ? h('p', h('strong', one['title'])) : null,
    ...markdown(one['markdown']),
    words ? h('p', h('strong', words)) : null,
    alt ? h('p', h('em', alt)) : null,
    ...columns.flat().map(block),
  ]);
}

/** Reads a `page/1` document aloud, so to speak: its words in order, without its look. Nothing in it can run. */
const DocumentReader: FunctionalComponent<{ document: string }> = ({ document }) => {
  try {
    const { blocks } = JSON.parse(document) as { blocks?: Block[] };
    return h('div', { class: 'stack' }, (blocks ?? []).map(block));
  } catch {
    return h('pre', document);
  }
};
DocumentReader.props = ['document'];

export default DocumentReader;
