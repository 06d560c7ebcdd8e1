import { describe, expect, it } from 'vitest';
import { solve } from './conflicts';
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
