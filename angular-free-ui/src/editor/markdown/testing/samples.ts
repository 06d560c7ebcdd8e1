import { getSchema } from '@tiptap/core';
import { tests } from 'commonmark-spec';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { textExtensions } from '../../text/extensions';

/** Test help of the bridge: the shared corpus, the examples of CommonMark, and how a text is shown. */
export interface Sample {
  name: string;
  markdown: string;
}

const files = import.meta.glob<string>('../corpus/*.md', { query: '?raw', import: 'default', eager: true });

export const corpus: Sample[] = Object.entries(files).map(([name, markdown]) => ({ name, markdown }));

export const examples: Sample[] = tests.map((example) => ({
  name: `CommonMark ${example.number}`,
  markdown: example.markdown.replaceAll('→', '\t'),
}));

export const schema = getSchema(textExtensions());

export function html(markdown: string): string {
  return micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm({ singleTilde: false })],
    htmlExtensions: [gfmHtml()],
  })
    .replace(/\r\n?/g, '\n')
    .trim();
}

export function words(markdown: string): string {
  return html(markdown)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
