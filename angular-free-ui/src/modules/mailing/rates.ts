import type { CampaignCounts } from './api';

/** People to whom the letter was handed over at all: those left out or cancelled say nothing about how it went. */
const written = (counts: CampaignCounts) => counts.total - counts.queued - counts.skipped - counts.cancelled;

/** Share of those written to whose server took the letter, 0 to 1; undefined as long as no news of that kind came: some services never send any. */
export const arrived = (counts: CampaignCounts): number | undefined => (counts.delivered && written(counts) ? counts.delivered / written(counts) : undefined);

/** Share that came back or was refused, 0 to 1. */
export const back = (counts: CampaignCounts): number | undefined => (written(counts) ? (counts.bounced + counts.refused) / written(counts) : undefined);
