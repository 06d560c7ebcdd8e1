import type { Node, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';

/**
 * The one Markdown dialect of the product, `md/1`: CommonMark with tables, footnotes, task lists, strikethrough (two
 * tildes) and bare addresses. The server reads the same dialect; both test suites read the same corpus.
 */

/** Source that is written back as it is: a chip inside a text, or a protected block. */
export interface Verbatim extends Node {
  type: 'verbatim';
  value: string;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    verbatim: Verbatim;
  }
  interface RootContentMap {
    verbatim: Verbatim;
  }
}

const readers = [gfm({ singleTilde: false })];
// Without their second look for addresses in the finished tree: it finds those that are escaped, which no renderer does.
const builders = gfmFromMarkdown().map((builder) => ({ ...builder, transforms: [] }));

export function read(source: string): Root {
  return fromMarkdown(source, { extensions: readers, mdastExtensions: builders });
}

/** Choices that never change the meaning; a second choice is tried when the first does not read back the same. */
export interface Writing {
  bullet: '-' | '*' | '+';
  ordered: '.' | ')';
  emphasis: '*' | '_';
}

export function write(node: RootContent, { bullet, ordered, emphasis }: Writing): string {
  const options: Options = {
    bullet,
    bulletOther: bullet === '*' ? '-' : '*',
    bulletOrdered: ordered,
    emphasis,
    strong: '*',
    fences: true,
    listItemIndent: 'one',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    handlers: { verbatim },
  };
  return toMarkdown({ type: 'root', children: [node] }, options).replace(/\n$/, '');
}

function verbatim(node: Verbatim): string {
  return node.value;
}
verbatim.peek = (node: Verbatim): string => node.value.charAt(0);
