import { expect, test } from 'vitest';
import { setLanguage } from './i18n';
import { clock, parseTime, timeInWords } from './time';

const now = new Date('2026-11-23T12:00:00Z').getTime();

test('a time without a zone is UTC', () => {
  expect(parseTime('2026-11-23T12:00:00').toISOString()).toBe('2026-11-23T12:00:00.000Z');
  expect(parseTime('2026-11-23T13:00:00+01:00').toISOString()).toBe('2026-11-23T12:00:00.000Z');
});

test('times are said in words, and by their day once they are old', async () => {
  expect(timeInWords('2026-11-23T11:55:00Z', now)).toBe('il y a 5 minutes');
  expect(timeInWords('2026-11-22T12:00:00Z', now)).toBe('hier');
  expect(timeInWords('2026-11-01T12:00:00Z', now)).toBe('1 nov. 2026');
  await setLanguage('en');
  expect(timeInWords('2026-11-23T11:55:00Z', now)).toBe('5 minutes ago');
});

test('the hour is written as people say it', () => {
  expect(clock(new Date(2026, 10, 23, 14, 2))).toBe('14\u00a0h\u00a002');
});
