import { describe, expect, it } from 'vitest';
import { solve } from './conflicts';
import { mergeDocuments, mergeFields } from './merging';
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
    expect(mergeDocuments(base, same, same)).toEqual({ document: same, conflicts: [] });
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
});
