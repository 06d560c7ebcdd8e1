import { describe, expect, test } from 'vitest';
import { mended, placeOf, repairOf, type Finding, type Letter } from './preflight';

const letter: Letter = {
  subject: 'Bonjour {{firstName}}',
  previewText: null,
  document: {
    schema: 'page/1', lang: 'fr',
    blocks: [
      { id: 'a', type: 'text', v: 1, markdown: 'Chers {{ firstName | }}, voyez [le plan](http://mairie.fr/plan "Le plan") et http://mairie.fr/plan/2.' },
      { id: 'b', type: 'columns', v: 1, columns: [[{ id: 'c', type: 'image', v: 1, media: 'media:1', alt: { kind: 'text', text: '' } }], [{ id: 'd', type: 'text', v: 1, markdown: 'À [lieu].' }]] },
      { id: 'e', type: 'button', v: 1, label: 'Plan', target: 'http://mairie.fr/mort' },
    ],
  },
};
const finding = (code: string, more: Partial<Finding> = {}): Finding => ({ code, level: 'Warning', message: '', ...more });
const asText = (value: unknown) => JSON.stringify(value);

describe('a finding', () => {
  test('leads to the field or the block that it speaks of', () => {
    expect(placeOf(finding('Subject'), letter)).toEqual({ kind: 'subject' });
    expect(placeOf(finding('Document', { path: '/blocks/1/columns/0/0/alt' }), letter)).toEqual({ kind: 'block', id: 'c' });
    expect(placeOf(finding('Blanks', { text: '[lieu]' }), letter)).toEqual({ kind: 'block', id: 'd' });
    expect(placeOf(finding('Personalization', { text: 'firstName' }), letter)).toEqual({ kind: 'subject' });
    expect(placeOf(finding('Subject', { level: 'Ok' }), letter)).toBeUndefined();
  });

  test('of a picture is mended where it stands, with words or as decoration', () => {
    const repair = repairOf(finding('Document', { path: '/blocks/1/columns/0/0/alt/text' }), letter);
    expect(repair).toEqual({ kind: 'alt', pointer: '/blocks/1/columns/0/0/alt' });
    expect(asText(mended(letter, repair!, 'La serre'))).toContain('"alt":{"kind":"text","text":"La serre"}');
    expect(asText(mended(letter, repair!, ' '))).toContain('"alt":{"kind":"decorative"}');
    expect(mended(letter, repair!, '').document.blocks[0]).toBe(letter.document.blocks[0]);
  });

  test('of a field without fallback is mended everywhere at once', () => {
    const repair = repairOf(finding('Personalization', { cause: 'Mailing:PersonalizationNoFallback', text: 'firstName' }), letter);
    const next = mended(letter, repair!, 'amis {du} jardin');
    expect(next.subject).toBe('Bonjour {{firstName|amis du jardin}}');
    expect(asText(next.document)).toContain('Chers {{firstName|amis du jardin}}, voyez');
  });

  test('of an address that is there safely too changes that address and no longer one', () => {
    const next = mended(letter, repairOf(finding('InsecureLink', { text: 'http://mairie.fr/plan' }), letter)!, '');
    expect(asText(next.document)).toContain('(https://mairie.fr/plan ');
    expect(asText(next.document)).toContain(' http://mairie.fr/plan/2');
  });

  test('of a dead link takes the link away and leaves the words; a button has to be thought about', () => {
    const next = mended(letter, repairOf(finding('DeadLink', { text: 'http://mairie.fr/plan' }), letter)!, '');
    expect(asText(next.document)).toContain('voyez le plan et');
    const dead = finding('DeadLink', { text: 'http://mairie.fr/mort' });
    expect(repairOf(dead, letter)).toBeUndefined();
    expect(placeOf(dead, letter)).toEqual({ kind: 'block', id: 'e' });
  });
});
