import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { read } from './dialect';
import { withDefinitions } from './definitions';

/**
 * What a text *says*, without how it is written: two texts with the same canonical form are shown the same. Both guards
 * compare these forms. Marks are flat multisets, so that `**_a_**` equals `_**a**_`.
 */
export type Canonical = readonly unknown[];

interface Options {
  /** Lines that define the labels of the whole document; see {@link definitionLines}. */
  definitions: readonly string[];
  /** Whether a list with blank lines between its entries differs from one without. */
  looseness: boolean;
}

export function canonical(nodes: readonly Nodes[], options: Options): Canonical {
  return nodes.flatMap((node) => block(node, options));
}

export function same(one: Canonical, other: Canonical): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function block(node: Nodes, options: Options): unknown[] {
  const blocks = (children: readonly RootContent[]): Canonical => canonical(children, options);
  switch (node.type) {
    case 'paragraph':
      return [['paragraph', phrasing(node.children, options)]];
    case 'heading':
      return [['heading', node.depth, phrasing(node.children, options)]];
    case 'blockquote':
      return [['quote', blocks(node.children)]];
    case 'list': {
      const loose = options.looseness && (node.spread === true || node.children.some((item) => item.spread === true));
      const items = node.children.map((item) => [item.checked ?? null, blocks(item.children)]);
      return [['list', node.ordered === true ? (node.start ?? 1) : null, loose, items]];
    }
    case 'table': {
      const rows = node.children.map((row) => row.children.map((cell) => phrasing(cell.children, options)));
      return [['table', node.align ?? [], rows]];
    }
    case 'code':
      return [['code', node.lang ?? null, node.meta ?? null, lineEnds(node.value)]];
    case 'thematicBreak':
      return [['rule']];
    case 'html':
      return [['html', lineEnds(node.value).replace(/\n+$/, '')]];
    case 'definition':
      return [['definition', node.identifier, node.url, node.title ?? null]];
    case 'footnoteDefinition':
      return [['footnote', node.identifier, blocks(node.children)]];
    case 'verbatim': {
      const { definitions } = options;
      const children = read(withDefinitions(node.value, definitions)).children;
      return children.slice(0, children.length - definitions.length).flatMap((child) => block(child, options));
    }
    default:
      return [[node.type]];
  }
}

type Leaf = [kind: string, data: unknown, marks: string[]];

function phrasing(nodes: readonly PhrasingContent[], options: Options): Leaf[] {
  const leaves: Leaf[] = [];
  collect(nodes, [], leaves, options);
  return leaves;
}

function collect(nodes: readonly PhrasingContent[], marks: string[], leaves: Leaf[], options: Options): void {
  const add = (kind: string, data: unknown): void => {
    const last = leaves.at(-1);
    if (kind === 'text' && last?.[0] === 'text' && last[2].join() === marks.join()) last[1] = `${String(last[1])}${String(data)}`;
    else if (kind !== 'text' || data !== '') leaves.push([kind, data, marks]);
  };
  const inside = (children: readonly PhrasingContent[], mark: string): void => {
    const before = leaves.length;
    const now = [...marks, mark].sort();
    collect(children, now, leaves, options);
    if (leaves.length === before) leaves.push(['nothing', null, now]);
  };
  for (const node of nodes) {
    switch (node.type) {
      case 'text':
        add('text', lineEnds(node.value));
        break;
      case 'inlineCode':
        add('code', lineEnds(node.value).replaceAll('\n', ' '));
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        inside(node.children, node.type);
        break;
      case 'link':
        inside(node.children, `link ${node.url} ${node.title ?? ''}`);
        break;
      case 'linkReference':
        inside(node.children, `reference ${node.identifier}`);
        break;
      case 'image':
        add('image', [node.url, node.alt ?? '', node.title ?? null]);
        break;
      case 'imageReference':
        add('image', [node.identifier, node.alt ?? '']);
        break;
      case 'footnoteReference':
        add('note', node.identifier);
        break;
      case 'html':
        add('html', lineEnds(node.value));
        break;
      case 'break':
        add('break', null);
        break;
      case 'verbatim':
        chip(node.value, marks, leaves, options);
    }
  }
}

/** A chip is read after a letter, as it stands in a paragraph: alone on its line `<kbd>` would be a block. */
function chip(value: string, marks: string[], leaves: Leaf[], options: Options): void {
  const first = read(withDefinitions(`x${value}`, options.definitions)).children[0];
  const found: Leaf[] = first?.type === 'paragraph' ? phrasing(first.children, options) : [['text', `x${value}`, []]];
  for (const [index, [kind, data, own]] of found.entries()) {
    const text = index === 0 && kind === 'text' ? String(data).slice(1) : data;
    if (kind === 'text' && text === '') continue;
    const now = [...marks, ...own].sort();
    const last = leaves.at(-1);
    if (kind === 'text' && last?.[0] === 'text' && last[2].join() === now.join()) last[1] = `${String(last[1])}${String(text)}`;
    else leaves.push([kind, text, now]);
  }
}

function lineEnds(value: string): string {
  return value.replace(/\r\n?/g, '\n');
}
