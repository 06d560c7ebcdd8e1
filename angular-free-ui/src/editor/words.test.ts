import { describe, expect, it } from 'vitest';
import { differences, headingsOf, linesOf, silentDifferences } from './words';
import { documentOf } from './testing';
import type { Block } from './page';

const block = (fields: Record<string, unknown>) => ({ id: 'b', v: 1, ...fields }) as unknown as Block;

describe('What a block says', () => {
  it('is told of every kind of block, items included', () => {
    const said: [Record<string, unknown>, string[]][] = [
      [{ type: 'gallery', title: 'Fête', items: [{ id: 'i', media: 'media:1', alt: { kind: 'text', text: 'Léa' }, caption: 'Midi' }] }, ['Fête', '• Midi', '   Léa']],
      [{ type: 'faq', items: [{ id: 'i', question: 'Quand ?', markdown: 'Le **soir**' }] }, ['• Quand ?', '   Le soir']],
      [{ type: 'team', items: [{ id: 'i', name: 'Léa', role: 'Présidente', email: 'l@x.fr' }] }, ['• Léa', '   Présidente', '   l@x.fr']],
      [{ type: 'partners', items: [{ id: 'i', name: 'Mairie', link: 'https://x.fr' }] }, ['• Mairie', '   https://x.fr']],
      [{ type: 'figures', items: [{ id: 'i', value: '120', label: 'familles' }] }, ['• 120', '   familles']],
      [{ type: 'steps', items: [{ id: 'i', title: 'Venir', markdown: '- à pied' }] }, ['• Venir', '   • à pied']],
      [{ type: 'commitments', items: [{ id: 'i', title: 'De l’eau', state: 'late', due: '2027-01-31' }] }, ['• De l’eau', '   2027-01-31']],
      [{ type: 'map', address: '3 quai' }, ['3 quai']],
      [{ type: 'video', url: 'https://x', title: 'Film', transcript: 'Bonjour' }, ['Film', 'https://x', 'Bonjour']],
      [{ type: 'quote', markdown: 'Ici', author: 'Léa', source: 'Bulletin' }, ['Léa', 'Bulletin', 'Ici']],
      [{ type: 'separator' }, ['separator']],
    ];
    for (const [fields, lines] of said) expect(linesOf(block(fields))).toEqual(lines);
  });

  it('is not all: another picture and another background are told too', () => {
    const one = block({ type: 'image', media: 'media:1', alt: { kind: 'decorative' } });
    expect(silentDifferences(one, { ...one, media: 'media:2', tone: 'soft' })).toEqual(['media', 'tone']);
    const gallery = (media: string) => block({ type: 'gallery', items: [{ id: 'i', media }] });
    expect(silentDifferences(gallery('media:1'), gallery('media:2'))).toEqual(['items']);
  });
});

describe('Two versions of a page', () => {
  it('differ in what was changed, added and taken out', () => {
    const before = documentOf({ type: 'text', markdown: 'A' }, { type: 'text', markdown: 'B' }, { type: 'text', markdown: 'C' });
    const after = { ...before, blocks: [before.blocks[0]!, block({ id: 'b3', type: 'text', markdown: 'C\n\nD' }), block({ id: 'b4', type: 'text', markdown: 'E' })] };
    const sides = differences(before, after).map((change) => [change.before, change.after].map((lines) => lines.map(({ text, own }) => (own ? `+${text}` : text))));
    expect(sides).toEqual([
      [['C'], ['C', '+D']],
      [[], ['+E']],
      [['+B'], []],
    ]);
  });

  it('have the titles that a table of contents lists', () => {
    expect(headingsOf(documentOf({ type: 'text', markdown: '## A *b*\n\n### C\n\n#### d' }))).toEqual([
      { level: 2, text: 'A b' },
      { level: 3, text: 'C' },
    ]);
  });
});
