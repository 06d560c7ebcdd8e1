import { describe, expect, it } from 'vitest';
import { solve } from './conflicts';
import { choose, mergeDocuments, mergeFields } from './merging';
import type { PageDocument } from './page';

const text = (...blocks: [string, string][]): PageDocument => ({ schema: 'page/1', lang: 'fr', blocks: blocks.map(([id, markdown]) => ({ id, type: 'text', v: 1, markdown })) });
const words = (document: PageDocument) => document.blocks.map((block) => block['markdown']);
const base = text(['a', 'un'], ['b', 'deux']);

describe('two texts made from the same one', () => {
  it('are one text with what each changed', () => {
    const { document, conflicts } = mergeDocuments(base, text(['a', 'UN'], ['b', 'deux'], ['c', 'trois']), text(['n', 'zéro'], ['a', 'un'], ['b', 'DEUX']));
    expect(words(document)).toEqual(['zéro', 'UN', 'DEUX', 'trois']);
    expect(conflicts).toEqual([]);
  });

  it('are in conflict where both changed a block, and hold mine until somebody chooses', () => {
    const { document, conflicts } = mergeDocuments(base, text(['a', 'MOI'], ['b', 'deux']), text(['a', 'ELLE'], ['b', 'DEUX']));
    expect(words(document)).toEqual(['MOI', 'DEUX']);
    expect(conflicts.map(({ blockId }) => blockId)).toEqual(['a']);
    expect(words(solve(document, conflicts, { a: 'theirs' }))).toEqual(['ELLE', 'DEUX']);
    expect(words(solve(document, conflicts, { a: 'both' }))).toEqual(['MOI', 'ELLE', 'DEUX']);
  });

  it('say the same change once', () => {
    const same = text(['a', 'UN'], ['b', 'deux']);
    expect(mergeDocuments(base, same, same)).toEqual({ document: same, conflicts: [], lostOrder: false });
  });

  it('keep the order of whoever moved blocks, and say so when both did', () => {
    const three = text(['a', 'un'], ['b', 'deux'], ['c', 'trois']);
    const moved = mergeDocuments(three, text(['c', 'trois'], ['a', 'un'], ['b', 'deux']), text(['a', 'un'], ['b', 'DEUX'], ['c', 'trois'], ['d', 'quatre']));
    expect(words(moved.document)).toEqual(['trois', 'quatre', 'un', 'DEUX']);
    expect(moved.lostOrder).toBe(false);
    const both = mergeDocuments(three, text(['c', 'trois'], ['a', 'un'], ['b', 'deux']), text(['b', 'deux'], ['a', 'un'], ['c', 'trois']));
    expect(words(both.document)).toEqual(['deux', 'un', 'trois']);
    expect(both.lostOrder).toBe(true);
  });

  it('ask about a block that one took out and the other changed', () => {
    const mine = mergeDocuments(base, text(['b', 'deux']), text(['a', 'ELLE'], ['b', 'deux']));
    expect(words(mine.document)).toEqual(['deux']);
    expect(words(solve(mine.document, mine.conflicts, { a: 'theirs' }))).toContain('ELLE');
    const theirs = mergeDocuments(base, text(['a', 'MOI'], ['b', 'deux']), text(['b', 'deux']));
    expect(words(theirs.document)).toContain('MOI');
    expect(words(solve(theirs.document, theirs.conflicts, { a: 'theirs' }))).toEqual(['deux']);
  });
});

describe('the fields around a text', () => {
  const labels = { subject: 'Objet', listIds: 'À qui' };
  const was = { subject: 'Un', listIds: ['x'], status: 'Draft' };

  it('take what each changed, and nothing that the server says', () => {
    expect(mergeFields(was, { ...was, subject: 'Moi' }, { ...was, listIds: ['y'], status: 'Sent' }, labels)).toEqual({ values: { subject: 'Moi', listIds: ['y'] }, conflicts: [] });
  });

  it('are shown where both changed one, and all that differ when nobody knows what they were made from', () => {
    expect(mergeFields(was, { ...was, subject: 'Moi' }, { ...was, subject: 'Elle' }, labels).conflicts).toEqual([{ name: 'subject', label: 'Objet', mine: 'Moi', theirs: 'Elle' }]);
    expect(mergeFields(undefined, { ...was, subject: 'Moi' }, was, labels).conflicts.map(({ name }) => name)).toEqual(['subject']);
  });

  it('merge a card part by part', () => {
    const card = { title: 'Un', card: { cost: 1, level: 'Easy', steps: ['a'] } };
    const names = { card: { parts: { cost: 'Coût', level: { label: 'Niveau', say: (level: string) => `niveau ${level}` } } } };
    const found = mergeFields(card, { ...card, card: { ...card.card, cost: 2, level: 'Mine' } }, { ...card, card: { ...card.card, level: 'Theirs', steps: ['a', 'b'] } }, names);
    expect(found.values).toEqual({ card: { cost: 2, level: 'Mine', steps: ['a', 'b'] } });
    expect(found.conflicts.map(({ name, label, mine, say }) => [name, label, say?.(mine)])).toEqual([['card.level', 'Niveau', 'niveau Mine']]);
    expect(choose(found.values, found.conflicts, ['card.level'])).toEqual({ card: { cost: 2, level: 'Theirs', steps: ['a', 'b'] } });
  });
});
