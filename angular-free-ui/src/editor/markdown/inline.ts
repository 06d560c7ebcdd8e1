import type { JSONContent } from '@tiptap/core';
import type { PhrasingContent } from 'mdast';

/**
 * The editor holds a run of characters, each with a flat set of marks; Markdown holds a tree. Here the run becomes a tree
 * that can be written: no space at the edge of a bold run (`**bold **` is not bold), the longest mark outermost.
 */
interface Leaf {
  kind: 'text' | 'code' | 'soft' | 'break' | 'other';
  text: string;
  node?: PhrasingContent;
  marks: Map<string, Mark>;
}

type Mark = NonNullable<JSONContent['marks']>[number];

function attribute(from: { attrs?: Record<string, unknown> | undefined }, name: string): string {
  const value = from.attrs?.[name];
  return typeof value === 'string' ? value : '';
}

const ORDER = ['link', 'italic', 'bold', 'strike'];
const MARKS_AT_WORDS = ['bold', 'italic', 'strike'];

export interface InlineOptions {
  /** In a table cell or a small heading Markdown has no line break: a space takes its place. */
  oneLine: boolean;
}

export function inlineToMarkdown(content: readonly JSONContent[], { oneLine }: InlineOptions): PhrasingContent[] {
  let leaves = content.flatMap(toLeaf);
  if (oneLine) leaves = leaves.map((leaf) => (isBreak(leaf) ? { ...leaf, kind: 'text', text: ' ' } : leaf));
  leaves = trim(merge(leaves));
  for (const mark of MARKS_AT_WORDS) leaves = merge(hoist(leaves, mark));
  return nest(leaves, new Set());
}

function toLeaf(node: JSONContent): Leaf[] {
  const marks = new Map<string, Mark>();
  for (const mark of node.marks ?? []) if (ORDER.includes(mark.type)) marks.set(key(mark), mark);
  switch (node.type) {
    case 'text': {
      const value = (node.text ?? '').replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD');
      const code = (node.marks ?? []).some((mark) => mark.type === 'code');
      return [{ kind: code ? 'code' : 'text', text: code ? value.replaceAll('\n', ' ') : value, marks }];
    }
    case 'softBreak':
      return [{ kind: 'soft', text: '\n', marks }];
    case 'hardBreak':
      return [{ kind: 'break', text: '', node: { type: 'break' }, marks }];
    case 'image': {
      const title = attribute(node, 'title') || null;
      return [{ kind: 'other', text: '', node: { type: 'image', url: attribute(node, 'src'), alt: attribute(node, 'alt'), title }, marks }];
    }
    case 'chip':
      return [{ kind: 'other', text: '', node: { type: 'verbatim', value: attribute(node, 'source') }, marks }];
    default:
      return [{ kind: 'text', text: '', marks }];
  }
}

function key(mark: Mark): string {
  return mark.type === 'link' ? `link ${attribute(mark, 'href')} ${attribute(mark, 'title')}` : mark.type;
}

/** Neighbours that say the same become one; empty ones go. */
function merge(leaves: readonly Leaf[]): Leaf[] {
  const merged: Leaf[] = [];
  for (const leaf of leaves) {
    if ((leaf.kind === 'text' || leaf.kind === 'code') && leaf.text === '') continue;
    const last = merged.at(-1);
    if (last !== undefined && last.kind === leaf.kind && (leaf.kind === 'text' || leaf.kind === 'code') && sameMarks(last, leaf)) {
      merged[merged.length - 1] = { ...last, text: last.text + leaf.text };
    } else merged.push(leaf);
  }
  return merged;
}

/** Plain spaces at the ends of a line mean nothing in Markdown (a no-break space does, and stays). */
function trim(leaves: readonly Leaf[]): Leaf[] {
  const trimmed: Leaf[] = [];
  for (const [index, leaf] of leaves.entries()) {
    let text = leaf.text;
    if (leaf.kind === 'text') {
      text = text.replace(/[ \t]*\n[ \t\n]*/g, '\n');
      if (index === 0 || isBreak(trimmed.at(-1))) text = text.replace(/^[ \t\n]+/, '');
      if (index === leaves.length - 1 || isBreak(leaves[index + 1])) text = text.replace(/[ \t\n]+$/, '');
      if (text === '') continue;
    }
    if (leaf.kind === 'soft' && (trimmed.length === 0 || isBreak(trimmed.at(-1)))) continue;
    if (leaf.kind === 'break' && trimmed.at(-1)?.kind === 'soft') trimmed.pop();
    trimmed.push({ ...leaf, text });
  }
  while (isBreak(trimmed.at(-1))) trimmed.pop();
  const last = trimmed.at(-1);
  if (last?.kind === 'text' && /[ \t\n]$/.test(last.text)) return trim(trimmed);
  return trimmed;
}

function isBreak(leaf: Leaf | undefined): boolean {
  return leaf?.kind === 'soft' || leaf?.kind === 'break';
}

function hoist(leaves: readonly Leaf[], mark: string): Leaf[] {
  const result: Leaf[] = [];
  for (let from = 0; from < leaves.length;) {
    const first = leaves[from];
    if (first?.marks.has(mark) !== true) {
      if (first !== undefined) result.push(first);
      from += 1;
      continue;
    }
    let to = from;
    while (leaves[to]?.marks.has(mark) === true) to += 1;
    result.push(...withoutEdges(leaves.slice(from, to), mark));
    from = to;
  }
  return result;
}

function withoutEdges(run: readonly Leaf[], mark: string): Leaf[] {
  const before: Leaf[] = [];
  const after: Leaf[] = [];
  const inside = [...run];
  for (
    let first = inside[0];
    first !== undefined && /^\s/.test(first.kind === 'break' ? '\n' : first.kind === 'code' ? 'x' : first.text);
    first = inside[0]
  ) {
    const space = first.kind === 'text' ? (/^\s+/.exec(first.text)?.[0] ?? '') : first.text;
    before.push({ ...without(first, mark), text: space });
    if (space === first.text) inside.shift();
    else inside[0] = { ...first, text: first.text.slice(space.length) };
  }
  for (
    let last = inside.at(-1);
    last !== undefined && /\s$/.test(last.kind === 'break' ? '\n' : last.kind === 'code' ? 'x' : last.text);
    last = inside.at(-1)
  ) {
    const space = last.kind === 'text' ? (/\s+$/.exec(last.text)?.[0] ?? '') : last.text;
    after.unshift({ ...without(last, mark), text: space });
    if (space === last.text) inside.pop();
    else inside[inside.length - 1] = { ...last, text: last.text.slice(0, -space.length) };
  }
  return [...before, ...inside, ...after];
}

function without(leaf: Leaf, mark: string): Leaf {
  const marks = new Map(leaf.marks);
  marks.delete(mark);
  return { ...leaf, marks };
}

function sameMarks(one: Leaf, other: Leaf): boolean {
  return one.marks.size === other.marks.size && [...one.marks.keys()].every((name) => other.marks.has(name));
}

function nest(leaves: readonly Leaf[], open: ReadonlySet<string>): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  for (let from = 0; from < leaves.length;) {
    const leaf = leaves[from];
    if (leaf === undefined) break;
    let best: { name: string; mark: Mark; to: number } | undefined;
    for (const [name, mark] of leaf.marks) {
      if (open.has(name)) continue;
      let to = from;
      while (leaves[to]?.marks.has(name) === true) to += 1;
      const outer = best === undefined || to > best.to || (to === best.to && ORDER.indexOf(mark.type) < ORDER.indexOf(best.mark.type));
      if (outer) best = { name, mark, to };
    }
    if (best === undefined) {
      nodes.push(plain(leaf));
      from += 1;
    } else {
      nodes.push(wrap(best.mark, nest(leaves.slice(from, best.to), new Set([...open, best.name]))));
      from = best.to;
    }
  }
  return joinTexts(nodes);
}

function plain(leaf: Leaf): PhrasingContent {
  if (leaf.node !== undefined) return leaf.node;
  return leaf.kind === 'code' ? { type: 'inlineCode', value: leaf.text } : { type: 'text', value: leaf.text };
}

function wrap(mark: Mark, children: PhrasingContent[]): PhrasingContent {
  if (mark.type === 'bold') return { type: 'strong', children };
  if (mark.type === 'italic') return { type: 'emphasis', children };
  if (mark.type === 'strike') return { type: 'delete', children };
  return { type: 'link', url: attribute(mark, 'href'), title: attribute(mark, 'title') || null, children };
}

/** The writer looks at neighbours to know what to escape: a text must come to it whole. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') joined[joined.length - 1] = { type: 'text', value: last.value + node.value };
    else joined.push(node);
  }
  return joined;
}
