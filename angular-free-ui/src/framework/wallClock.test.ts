import { describe, expect, it } from 'vitest';
import { toWallClock, wallClockInWords } from './wallClock';

describe('A time on a wall clock in Paris', () => {
  it('is the same wherever the browser is', () => {
    expect(toWallClock('2026-06-05T16:00:00Z')).toBe('2026-06-05T18:00');
    expect(toWallClock('2026-01-05T17:00:00')).toBe('2026-01-05T18:00');
    expect(toWallClock(null)).toBe('');
  });

  it('is said in words', () => {
    expect(wallClockInWords('2026-06-05T18:00')).toBe('vendredi 5 juin 2026 à 18\u00a0h\u00a000');
  });
});
