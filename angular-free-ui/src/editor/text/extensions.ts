import { getSchema, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table';
import { StarterKit } from '@tiptap/starter-kit';
import { isAllowedLink } from '../links';
import { Chip, type ChipOptions, InlineImage, ProtectedBlock, SoftBreak } from './nodes';

/** `true` when a blank line between the entries is not wanted. */
const tight = { tight: { default: true, rendered: false } };

/**
 * The text of one block: what `md/1` can say and nothing more. No underline (Markdown has none), no history of its own
 * (the page has one), no trailing paragraph (it would be an edit that nobody made).
 */
export function textExtensions(chip?: ChipOptions): Extensions {
  return [
    StarterKit.configure({
      bold: false,
      bulletList: false,
      code: false,
      codeBlock: false,
      link: false,
      listItem: false,
      orderedList: false,
      trailingNode: false,
      underline: false,
      undoRedo: false,
    }),
    // Under the content policy `element.style` is inert: Word and Google wrap whole texts in <b style="font-weight:normal">.
    Bold.extend({
      parseHTML() {
        const notBold = (element: HTMLElement): boolean => /(?:^|;)\s*font-weight:\s*(?:normal|400)/.test(element.getAttribute('style') ?? '');
        return [{ tag: 'strong' }, { tag: 'b', getAttrs: (element) => (notBold(element) ? false : null) }];
      },
    }),
    Code.extend({ excludes: '' }),
    CodeBlock.extend({
      addAttributes() {
        return { ...this.parent?.(), meta: { default: null, rendered: false } };
      },
    }),
    Link.extend({
      inclusive: false,
      addAttributes: () => ({ href: { default: null }, title: { default: null } }),
    }).configure({
      autolink: true,
      defaultProtocol: 'https',
      openOnClick: false,
      isAllowedUri: isAllowedLink,
    }),
    BulletList.extend({
      addAttributes: () => tight,
    }),
    OrderedList.extend({
      addAttributes() {
        return { start: { default: 1, parseHTML: (element) => Number(element.getAttribute('start') ?? 1) || 1 }, ...tight };
      },
    }),
    ListItem,
    TaskList.extend({ addAttributes: () => tight }),
    TaskItem.configure({ nested: true }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ content: 'paragraph', addAttributes: oneCell }),
    TableCell.extend({ content: 'paragraph', addAttributes: oneCell }),
    SoftBreak,
    InlineImage,
    Chip.configure(chip),
    ProtectedBlock,
  ];
}

export const textSchema = getSchema(textExtensions());

/** Markdown cannot join cells: the attributes stay (TipTap counts columns by them) but are always 1. */
function oneCell(this: { parent?: (() => Record<string, object>) | null }): Record<string, object> {
  const one = { default: 1, parseHTML: () => 1 };
  return { ...this.parent?.(), colspan: one, rowspan: one };
}
