import { describe, expect, it } from 'vitest';
import type { FormField } from './api';
import { moved, newField, toOptions } from './fields';

describe('the questions of a form', () => {
  it('get an id that none ever had, as the server takes it', () => {
    const ids = Array.from({ length: 50 }, () => newField('ShortText', 'Allergies ?').id);
    expect(new Set(ids).size).toBe(50);
    for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{0,29}$/);
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
