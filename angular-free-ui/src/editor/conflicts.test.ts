import { describe, expect, it } from 'vitest';
import { carryOver, solve } from './conflicts';
import { itemsOf } from './items';
import { documentOf } from './testing';

const mine = { id: 'b1', type: 'text', v: 1, markdown: 'à moi' };
const theirs = { id: 'b1', type: 'text', v: 1, markdown: 'à elle', tone: 'soft' };
const conflict = [{ blockId: 'b1', mine, theirs }];

describe('A conflict of two people', () => {
  it('keeps mine', () => {
    expect(solve(documentOf(mine), conflict, { b1: 'mine' }).blocks).toEqual([mine]);
  });

  it('takes theirs whole, without what only mine had', () => {
    expect(solve(documentOf({ ...mine, width: 'wide' }), [{ ...conflict[0]!, mine: { ...mine, width: 'wide' } }], { b1: 'theirs' }).blocks).toEqual([
      theirs,
    ]);
  });

  it('keeps both, mine first', () => {
    const { blocks } = solve(documentOf(mine), conflict, { b1: 'both' });
    expect(blocks.map((block) => block['markdown'])).toEqual(['à moi', 'à elle']);
    expect(new Set(blocks.map((block) => block.id)).size).toBe(2);
  });

  it('brings back what I had removed, when theirs is chosen', () => {
    expect(solve(documentOf(), [{ blockId: 'b1', mine: null, theirs }], { b1: 'theirs' }).blocks).toEqual([theirs]);
  });

  it('removes what they had removed, when theirs is chosen', () => {
    expect(solve(documentOf(mine), [{ blockId: 'b1', mine, theirs: null }], { b1: 'theirs' }).blocks).toEqual([]);
  });
});

describe('What is typed while a save is under way', () => {
  const faq = (...answers: string[]) =>
    documentOf({ type: 'faq', items: answers.map((markdown, index) => ({ id: `i${index}`, question: 'Q', markdown })) });

  it('is put beside what somebody else wrote in another item of the same block', () => {
    const result = carryOver(faq('a', 'b, de Karim'), faq('a', 'b'), faq('a, de Léa', 'b'));
    expect(itemsOf(result.blocks[0]!).map((item) => item['markdown'])).toEqual(['a, de Léa', 'b, de Karim']);
  });

  it('is put beside what somebody else wrote in the other column', () => {
    const columns = (left: string, right: string) =>
      documentOf({ type: 'columns', columns: [[{ id: 'l', type: 'text', v: 1, markdown: left }], [{ id: 'r', type: 'text', v: 1, markdown: right }]] });
    expect(carryOver(columns('a', 'à elle'), columns('a', 'b'), columns('à moi', 'b'))).toEqual(columns('à moi', 'à elle'));
  });

  it('keeps what was added, and what was taken out stays away unless it was changed', () => {
    const text = (id: string, markdown = id) => ({ id, type: 'text', v: 1, markdown });
    const of = (...blocks: object[]) => ({ ...documentOf(), blocks: blocks as never });
    const sent = of(text('a'), text('b'), text('c'));
    const result = carryOver(of(text('a'), text('b'), text('c', 'changé')), sent, of(text('a'), text('n')));
    expect(result.blocks.map((block) => block.id)).toEqual(['a', 'n', 'c']);
  });

  it('keeps both versions of a list with items of their own', () => {
    const [one] = faq('a').blocks;
    const { blocks } = solve(documentOf(one as never), [{ blockId: 'b1', mine: one!, theirs: faq('b').blocks[0]! }], { b1: 'both' });
    expect(new Set(blocks.flatMap(itemsOf).map((item) => item.id)).size).toBe(2);
  });
});
