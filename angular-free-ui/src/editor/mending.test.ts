import { expect, it } from 'vitest';
import { markDecorative, mend } from './mending';
import type { PageDocument } from './page';

const document = {
  schema: 'page/1',
  lang: 'fr',
  blocks: [
    { id: 'b1', type: 'text', v: 1, markdown: 'Le mardi 12 mars, puis le mardi 12 mars.' },
    { id: 'b2', type: 'gallery', v: 1, items: [{ id: 'a', media: 'media:1', alt: { kind: 'text', text: 'Photo de la fête' } }] },
  ],
} as unknown as PageDocument;

it('puts the first one right and leaves the rest', () => {
  const mended = mend(document, { blockId: 'b1', field: 'markdown', old: 'mardi 12 mars', new: 'jeudi 12 mars' });
  expect(mended.blocks[0]?.['markdown']).toBe('Le jeudi 12 mars, puis le mardi 12 mars.');
});

it('reaches the words of a picture in a list', () => {
  const mended = mend(document, { blockId: 'b2', itemId: 'a', field: 'alt', old: 'Photo de la fête', new: 'Fête' });
  expect(mended.blocks[1]?.['items']).toEqual([{ id: 'a', media: 'media:1', alt: { kind: 'text', text: 'Fête' } }]);
});

it('changes nothing when the text was changed meanwhile', () => {
  expect(mend(document, { blockId: 'b1', field: 'markdown', old: 'lundi', new: 'jeudi' })).toBe(document);
  expect(mend(document, { blockId: 'gone', field: 'markdown', old: 'mardi', new: 'jeudi' })).toBe(document);
});

it('says of a picture that it decorates, in a list too, and of nothing else', () => {
  expect(markDecorative(document, 'b2', 'a').blocks[1]?.['items']).toEqual([{ id: 'a', media: 'media:1', alt: { kind: 'decorative' } }]);
  expect(markDecorative(document, 'b1', null).blocks[0]?.['alt']).toEqual({ kind: 'decorative' });
  expect(markDecorative(document, 'gone', null)).toEqual(document);
});
