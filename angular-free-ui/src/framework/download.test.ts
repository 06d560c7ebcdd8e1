import { expect, test } from 'vitest';
import { csvCell } from './download';

test('a cell with a separator, a quote or a line is quoted', () => {
  expect(csvCell('a;b')).toBe('"a;b"');
  expect(csvCell('dit "oui"')).toBe('"dit ""oui"""');
  expect(csvCell('deux\nlignes')).toBe('"deux\nlignes"');
});

test('what a spreadsheet would run stays text', () => {
  expect(csvCell('=HYPERLINK("http://x")')).toBe(`"'=HYPERLINK(""http://x"")"`);
});
