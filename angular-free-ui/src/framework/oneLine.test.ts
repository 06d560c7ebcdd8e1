import { expect, it } from 'vitest';
import { oneLine } from './oneLine';

it.each([
  ['12\t familles', '12 familles'],
  ['Un\r\n  deux', 'Un deux'],
  ['Le\u0000 quai\u0085', 'Le quai '],
  ['Déjà\u00a0: bien', 'Déjà\u00a0: bien'],
])('a field of one line takes %j as %j', (typed, line) => expect(oneLine(typed)).toBe(line));
