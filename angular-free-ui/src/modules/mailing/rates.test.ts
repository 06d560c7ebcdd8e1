import { expect, test } from 'vitest';
import type { CampaignCounts } from './api';
import { arrived, back } from './rates';

const counts = (some: Partial<CampaignCounts>): CampaignCounts => ({ total: 0, queued: 0, inDoubt: 0, accepted: 0, delivered: 0, bounced: 0, complained: 0, skipped: 0, refused: 0, cancelled: 0, ...some });

test('who was left out does not count against the letter', () => {
  expect(arrived(counts({ total: 12, delivered: 9, bounced: 1, skipped: 2 }))).toBe(0.9);
  expect(back(counts({ total: 12, delivered: 9, bounced: 1, skipped: 2 }))).toBe(0.1);
});

test('without any news of arrivals nothing is claimed', () => {
  expect(arrived(counts({ total: 10, accepted: 10 }))).toBeUndefined();
  expect(back(counts({ total: 3, queued: 3 }))).toBeUndefined();
});
