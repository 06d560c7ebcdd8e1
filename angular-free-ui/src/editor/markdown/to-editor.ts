import type { JSONContent } from '@tiptap/core';
import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast';
import { sourceOf } from './definitions';

/** The editor cannot hold this piece of Markdown: the whole block is shown as it is and kept. */
export class CannotHold extends Error {}

type Mark = NonNullable<JSONContent['marks']>[number];

/** A mail-merge field. What may mean something in Markdown is left out: such text stays text. */
const FIELD = /\{\{(?:[^{}\n\\*`<[\]~_]|(?<=\w)_(?=\w))*\}\}/g;

/** One block of a Markdown tree as the editor's JSON. @throws CannotHold */
export function blockToEditor(node: RootContent, source: string): JSONContent {
  return new Reader(source).block(node);
}

class Reader {
  constructor(private readonly source: string) {}

  block(node: RootContent): JSONContent {
    switch (node.type) {
      case 'paragraph':
        return { type: 'paragraph', content: this.phrasing(node.children, []) };
      case 'heading':
        return { type: 'heading', attrs: { level: node.depth }, content: this.phrasing(node.children, []) };
      case 'blockquote':
        return { type: 'blockquote', content: node.children.map((child) => this.block(child)) };
      case 'thematicBreak':
        return { type: 'horizontalRule' };
      case 'code': {
        const content = node.value === '' ? [] : [{ type: 'text', text: lineEnds(node.value) }];
        return { type: 'codeBlock', attrs: { language: node.lang ?? null, meta: node.meta ?? null }, content };
      }
      case 'list':
        return this.list(node);
      case 'table':
        return this.table(node);
      default:
        throw new CannotHold(node.type);
    }
  }

  private list(node: RootContent & { type: 'list' }): JSONContent {
    const tight = node.spread !== true && !node.children.some((item) => item.spread === true);
    const tasks = node.children.filter((item) => typeof item.checked === 'boolean').length;
    if (tasks > 0 && (tasks < node.children.length || node.ordered === true)) throw new CannotHold('mixed list');
    if (tasks > 0) return { type: 'taskList', attrs: { tight }, content: node.children.map((item) => this.item(item, 'taskItem')) };
    const content = node.children.map((item) => this.item(item, 'listItem'));
    if (node.ordered !== true) return { type: 'bulletList', attrs: { tight }, content };
    return { type: 'orderedList', attrs: { tight, start: node.start ?? 1 }, content };
  }

  private item(node: ListItem, type: 'listItem' | 'taskItem'): JSONContent {
    const content = node.children.map((child) => this.block(child));
    if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' });
    return type === 'taskItem' ? { type, attrs: { checked: node.checked === true }, content } : { type, content };
  }

  private table(node: RootContent & { type: 'table' }): JSONContent {
    const width = node.align?.length ?? 0;
    if (node.children.some((row) => row.children.length !== width)) throw new CannotHold('ragged table');
    const rows = node.children.map((row, rowIndex) => ({
      type: 'tableRow',
      content: row.children.map((cell, index) => ({
        type: rowIndex === 0 ? 'tableHeader' : 'tableCell',
        attrs: { colspan: 1, rowspan: 1, colwidth: null, align: node.align?.[index] ?? null },
        content: [{ type: 'paragraph', content: this.phrasing(cell.children, []) }],
      })),
    }));
    return { type: 'table', content: rows };
  }

  private phrasing(nodes: readonly PhrasingContent[], marks: Mark[]): JSONContent[] {
    return nodes.flatMap((node) => this.inline(node, marks));
  }

  private inline(node: PhrasingContent, marks: Mark[]): JSONContent[] {
    switch (node.type) {
      case 'text':
        return texts(lineEnds(node.value), marks);
      case 'inlineCode':
        return [{ type: 'text', text: lineEnds(node.value).replaceAll('\n', ' '), marks: [...marks, { type: 'code' }] }];
      case 'emphasis':
        return this.marked(node.children, marks, { type: 'italic' });
      case 'strong':
        return this.marked(node.children, marks, { type: 'bold' });
      case 'delete':
        return this.marked(node.children, marks, { type: 'strike' });
      case 'link':
        return this.marked(node.children, marks, { type: 'link', attrs: { href: node.url, title: node.title ?? null } });
      case 'image':
        return [{ type: 'image', attrs: { src: node.url, alt: node.alt ?? '', title: node.title ?? null }, marks }];
      case 'break':
        return [{ type: 'hardBreak', marks }];
      case 'html':
        return [this.chip(node, 'html', marks)];
      case 'footnoteReference':
        return [this.chip(node, 'footnote', marks)];
      case 'linkReference':
      case 'imageReference':
        return [this.chip(node, 'reference', marks)];
      default:
        throw new CannotHold(node.type);
    }
  }

  private marked(children: readonly PhrasingContent[], marks: Mark[], mark: Mark): JSONContent[] {
    if (children.length === 0) throw new CannotHold('nothing marked');
    if (marks.some((outer) => outer.type === mark.type)) throw new CannotHold('a mark in itself');
    return this.phrasing(children, [...marks, mark]);
  }

  private chip(node: Nodes, kind: string, marks: Mark[]): JSONContent {
    const source = sourceOf(node, this.source);
    if (source === '' || /[\r\n]/.test(source)) throw new CannotHold('chip over two lines');
    return { type: 'chip', attrs: { kind, source }, marks };
  }
}

/** Text as text nodes, soft line breaks and chips for the fields of a mail merge. */
function texts(value: string, marks: Mark[]): JSONContent[] {
  const parts: JSONContent[] = [];
  const plain = (text: string): void => {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) parts.push({ type: 'softBreak', marks });
      if (line !== '') parts.push({ type: 'text', text: line, marks });
    }
  };
  let from = 0;
  for (const found of value.matchAll(FIELD)) {
    plain(value.slice(from, found.index));
    parts.push({ type: 'chip', attrs: { kind: 'field', source: found[0] }, marks });
    from = found.index + found[0].length;
  }
  plain(value.slice(from));
  return parts;
}

function lineEnds(value: string): string {
  return value.replace(/\r\n?/g, '\n');
}
