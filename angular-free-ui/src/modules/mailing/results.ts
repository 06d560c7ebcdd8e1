import { http } from '@/framework/api/http';
import type { CursorPage } from '@/framework/usePagedList';
import type { Contact, CampaignCounts, DeliveryState, Purpose } from './api';

export interface LedgerRecipient {
  id: string;
  email: string;
  name: string | null;
  state: DeliveryState;
  /** What it means, in plain words; null when it is not known. */
  explanation: string | null;
  /** The provider's own words. */
  reason: string | null;
  lastChangeTime: string | null;
}

export interface CampaignResult {
  counts: CampaignCounts;
  reasons: { state: DeliveryState; explanation: string; count: number }[];
  resendable: number;
  resendableWithDoubt: number;
  resentAsId: string | null;
  resendOfId: string | null;
  /** Null when nothing was counted, as is the rule. */
  measurement: LetterMeasurement | null;
}

/** Of the people who agreed to be counted; null = fewer than five. */
export interface LetterMeasurement {
  people: number | null;
  readings: number | null;
  links: { url: string; clicks: number | null }[];
}

export interface Certificate {
  associationName: string;
  subject: string;
  purpose: Purpose;
  scheduledTime: string | null;
  firstTime: string | null;
  sentTime: string | null;
  issuedTime: string;
  contentHash: string;
  counts: CampaignCounts;
  notReached: LedgerRecipient[];
}

export const resultsApi = {
  get: (id: string) => http.get<CampaignResult>(`/api/mailing/campaign-result/${id}`),
  resend: (id: string, includeInDoubt: boolean) => http.post<{ campaignId: string; recipients: number }>(`/api/mailing/campaign-result/${id}/resend`, { includeInDoubt }),
  measurementPath: (id: string) => `/api/mailing/campaign/${id}/measurement.csv`,
  certificate: (id: string) => http.get<Certificate>(`/api/mailing/campaign-result/${id}/certificate`),
  recipients: (id: string, query: { state?: string; notReached?: boolean; filter?: string; cursor?: string | undefined }) =>
    http.get<CursorPage<LedgerRecipient>>(`/api/mailing/campaign/${id}/recipients`, { ...query, maxResultCount: 100 }),
  correct: (contactId: string, email: string) => http.post<Contact>('/api/mailing/address-correction', { contactId, email }),
};
