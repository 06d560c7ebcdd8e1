import type { JSONContent } from '@tiptap/core';
import type { AlignType, BlockContent, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast';
import { inlineToMarkdown } from './inline';

/**
 * One block of the editor as a Markdown tree; `null` when there is nothing to write. What Markdown has no words for and
 * nobody would miss is left out: empty paragraphs and headings, empty entries at the end of a list, spaces at the ends
 * of lines.
 */
export function blockFromEditor(node: JSONContent): RootContent | null {
  const attrs = (node.attrs ?? {}) as Record<string, unknown>;
  const content = node.content ?? [];
  switch (node.type) {
    case 'paragraph': {
      const children = inlineToMarkdown(content, { oneLine: false });
      return children.length === 0 ? null : { type: 'paragraph', children };
    }
    case 'heading': {
      const depth = headingDepth(attrs['level']);
      const children = inlineToMarkdown(content, { oneLine: depth > 2 });
      return children.length === 0 ? null : { type: 'heading', depth, children };
    }
    case 'blockquote': {
      const children = blocks(content);
      return children.length === 0 ? null : { type: 'blockquote', children };
    }
    case 'codeBlock': {
      const value = content
        .map((child) => child.text ?? '')
        .join('')
        .replace(/\r\n?/g, '\n');
      return { type: 'code', lang: textOrNull(attrs['language']), meta: textOrNull(attrs['meta']), value };
    }
    case 'horizontalRule':
      return { type: 'thematicBreak' };
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return list(node);
    case 'table':
      return table(content);
    case 'protectedBlock':
      return { type: 'verbatim', value: textOrNull(attrs['source']) ?? '' };
    default:
      throw new Error(`The editor holds a block that the bridge does not know: ${String(node.type)}`);
  }
}

function blocks(content: readonly JSONContent[]): BlockContent[] {
  return content.map(blockFromEditor).filter((block): block is BlockContent => block !== null);
}

function list(node: JSONContent): RootContent | null {
  const attrs = (node.attrs ?? {}) as Record<string, unknown>;
  const spread = attrs['tight'] === false;
  const items = (node.content ?? []).map((item): ListItem => {
    const children = blocks(item.content ?? []);
    const checked = node.type === 'taskList' && children[0]?.type === 'paragraph' ? item.attrs?.['checked'] === true : null;
    return { type: 'listItem', checked, spread, children };
  });
  while (items.at(-1)?.children.length === 0) items.pop();
  if (items.length === 0) return null;
  const ordered = node.type === 'orderedList';
  return { type: 'list', ordered, start: ordered ? Number(attrs['start'] ?? 1) : null, spread, children: items };
}

function table(rows: readonly JSONContent[]): RootContent | null {
  const width = Math.max(0, ...rows.map((row) => row.content?.length ?? 0));
  if (width === 0) return null;
  const align = Array.from({ length: width }, (_, index) => alignment(rows[0]?.content?.[index]?.attrs?.['align']));
  const children = rows.map((row): TableRow => ({
    type: 'tableRow',
    children: Array.from({ length: width }, (_, index) => ({ type: 'tableCell', children: cell(row.content?.[index]) })),
  }));
  return { type: 'table', align, children };
}

/** A cell holds one paragraph; should a paste bring several, they are joined by a space. */
function cell(node: JSONContent | undefined): PhrasingContent[] {
  const space: JSONContent = { type: 'text', text: ' ' };
  const content = (node?.content ?? []).flatMap((paragraph, index) => [...(index > 0 ? [space] : []), ...(paragraph.content ?? [])]);
  return inlineToMarkdown(content, { oneLine: true });
}

function headingDepth(level: unknown): 1 | 2 | 3 | 4 | 5 | 6 {
  return level === 1 || level === 2 || level === 3 || level === 4 || level === 5 || level === 6 ? level : 2;
}

function alignment(value: unknown): AlignType {
  return value === 'left' || value === 'right' || value === 'center' ? value : null;
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
