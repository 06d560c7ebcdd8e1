import { describe, expect, it } from 'vitest';
import type { FormField } from './api';
import { moved, newField, toOptions } from './fields';

describe('the questions of a form', () => {
  it('get an id of their own, also after one was taken away', () => {
    const first = newField('ShortText', 'Un', []);
    const second = newField('ShortText', 'Deux', [first]);
    expect(newField('Email', 'Trois', [second]).id).not.toBe(second.id);
  });

  it('move by one, and stay at the ends', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  });

  it('have one choice a line', () => {
    expect(toOptions(' Oui \n\nNon\nOui')).toEqual(['Oui', 'Non']);
    expect(({ options: toOptions('') } as FormField).options).toEqual([]);
  });
});
