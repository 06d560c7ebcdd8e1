import type { Answer } from '@/framework/api/answer';
import type { components } from '@/framework/api/schema';
import { http } from '@/framework/api/http';
import { fileForm } from '@/framework/files';
import type { CursorPage } from '@/framework/usePagedList';

type Schema = components['schemas'];

export type ContactStatus = 'Unconfirmed' | 'Active' | 'Unsubscribed' | 'Suppressed';
/** What a letter may be for. */
export const purposes = ['Statutory', 'Information', 'Appeal', 'Commercial'] as const;
/** What a person may agree to: being counted as well, which no letter is for. */
export type Purpose = (typeof purposes)[number] | 'Measurement';
export type ConsentMethod = 'FormConfirmed' | 'Declared' | 'Imported' | 'Preferences';

export type Consent = Answer<Schema['ConsentDto']>;

/** The document lets the status be null, since filters may leave it out; a contact always has one. */
export type Contact = Omit<Answer<Schema['ContactDto']>, 'status'> & { status: ContactStatus };

export type MailingList = Answer<Schema['MailingListDto']>;

export const importFields = ['Ignore', 'Email', 'FirstName', 'LastName', 'FullName', 'Language', 'Notes', 'Tags', 'Status', 'Unsubscribed', 'Bounced'] as const;
export type ImportField = (typeof importFields)[number] | 'Custom';
export type ImportColumn = Answer<Schema['ContactImportColumnDto']>;
export type ImportCounts = Answer<Schema['ContactImportCountsDto']>;
export type ContactImport = Answer<Schema['ContactImportDto']>;
export type RefusedLine = Answer<Schema['RefusedLineDto']>;

export type CampaignStatus = 'Draft' | 'Scheduled' | 'Freezing' | 'Sending' | 'Paused' | 'Sent' | 'Cancelled';
export const deliveryStates = [
  'Queued', 'InDoubt', 'Accepted', 'Deferred', 'Blocked', 'Delivered', 'Dropped', 'Bounced', 'Complained', 'Skipped', 'Refused', 'Cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];
export type CampaignCounts = Answer<Schema['CampaignCountsDto']>;
export type Campaign = Answer<Schema['CampaignDto']>;
export type Preview = Answer<Schema['CampaignPreviewDto']>;
export type Preflight = Answer<Schema['CampaignPreflightDto']>;
export type PreflightItem = Answer<Schema['PreflightItemDto']>;
export type CampaignLinks = Answer<Schema['CampaignLinksDto']>;
export type Recipient = Answer<Schema['RecipientDto']>;
export interface Progress {
  status: CampaignStatus;
  scheduledTime: string | null;
  pauseReason: string | null;
  counts: CampaignCounts;
}
export type LetterTemplate = Answer<Schema['LetterTemplateDto']>;
export type Digest = Answer<Schema['DigestDto']>;
export const rhythms = ['Weekly', 'EveryTwoWeeks', 'Monthly'] as const;
export type Rhythm = (typeof rhythms)[number];
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export type Weekday = (typeof weekdays)[number];
export interface DigestInput {
  subject: string;
  intro: string | null;
  listIds: string[];
  rhythm: Rhythm;
  weekday: Weekday;
  time: string;
  sendsItself: boolean;
  hasEvents: boolean;
}
export type WelcomeLetter = Answer<Schema['WelcomeLetterDto']>;
export type GazetteChoices = Answer<Schema['GazetteChoicesDto']>;
export type Approval = Answer<Schema['ApprovalDto']>;
export type MailingSettings = Answer<Schema['MailingSettingsDto']>;

export const permissions = {
  contacts: 'Mailing.Contacts',
  manageContacts: 'Mailing.Contacts.Manage',
  import: 'Mailing.Contacts.Import',
  export: 'Mailing.Contacts.Export',
  lists: 'Mailing.Lists',
  manageLists: 'Mailing.Lists.Manage',
  campaigns: 'Mailing.Campaigns',
  edit: 'Mailing.Campaigns.Edit',
  send: 'Mailing.Campaigns.Send',
  settings: 'Mailing.Settings',
} as const;

const root = '/api/mailing';

/** Which contacts; empty values ask for nothing. */
export interface ContactQuery {
  filter?: string | undefined;
  listId?: string | undefined;
  status?: string | undefined;
  tagId?: string | undefined;
  segmentId?: string | undefined;
}

export const contactsApi = {
  list: (query: ContactQuery & { sort?: string; cursor?: string | undefined; maxResultCount?: number }) =>
    http.get<CursorPage<Contact>>(`${root}/contact`, { maxResultCount: 50, ...query }),
  count: (query: ContactQuery) => http.get<{ count: number; isMore: boolean }>(`${root}/contact/count`, { ...query }),
  apply: (input: object) => http.post<{ count: number; contactIds: string[] }>(`${root}/contact/apply`, input),
  get: (id: string) => http.get<Contact>(`${root}/contact/${id}`),
  create: (input: object) => http.post<Contact>(`${root}/contact`, input),
  update: (id: string, input: object) => http.put<Contact>(`${root}/contact/${id}`, input),
  delete: (id: string) => http.delete(`${root}/contact/${id}`),
  grant: (id: string, purpose: Purpose, proof: string) => http.post<Contact>(`${root}/contact/${id}/grant-consent`, { purpose, proof }),
  askToConfirm: (id: string) => http.post(`${root}/contact/${id}/ask-to-confirm`),
  withdraw: (id: string, purpose: Purpose) => http.post<Contact>(`${root}/contact/${id}/withdraw-consent`, { purpose }),
  exportPath: (query: ContactQuery) => {
    const given = new URLSearchParams(Object.entries(query).filter((one): one is [string, string] => Boolean(one[1]))).toString();
    return `${root}/contact/export${given && `?${given}`}`;
  },
};

export const listsApi = {
  all: async () => (await http.get<{ items: MailingList[] }>(`${root}/mailing-list`)).items,
  create: (input: object) => http.post<MailingList>(`${root}/mailing-list`, input),
  update: (id: string, input: object) => http.put<MailingList>(`${root}/mailing-list/${id}`, input),
  delete: (id: string) => http.delete(`${root}/mailing-list/${id}`),
};

export const importsApi = {
  recent: async () => (await http.get<{ items: ContactImport[] }>(`${root}/contact-import`)).items,
  get: (id: string) => http.get<ContactImport>(`${root}/contact-import/${id}`),
  upload: (file: File) => http.post<ContactImport>(`${root}/contact-import/upload`, fileForm(file)),
  paste: (text: string) => http.post<ContactImport>(`${root}/contact-import/paste`, { text }),
  check: (id: string, columns: ImportColumn[], hasHeader: boolean) => http.post<ContactImport>(`${root}/contact-import/${id}/check`, { columns, hasHeader }),
  start: (id: string, input: { listId: string | null; origin: string; purposes: Purpose[] }) => http.post<ContactImport>(`${root}/contact-import/${id}/start`, input),
  refused: (id: string, cursor?: string) => http.get<CursorPage<RefusedLine>>(`${root}/contact-import/${id}/refused-lines`, { cursor, maxResultCount: 200 }),
};

export const campaignsApi = {
  list: (cursor?: string) => http.get<CursorPage<Campaign>>(`${root}/campaign`, { cursor, maxResultCount: 50 }),
  get: (id: string) => http.get<Campaign>(`${root}/campaign/${id}`),
  create: (subject: string, template?: string) => http.post<Campaign>(`${root}/campaign`, { subject, template }),
  update: (campaign: Campaign) => http.put<Campaign>(`${root}/campaign/${campaign.id}`, campaign),
  duplicate: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/duplicate`),
  delete: (id: string) => http.delete(`${root}/campaign/${id}`),
  restore: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/restore`),
  preview: (id: string, contactId?: string) => http.get<Preview>(`${root}/campaign/${id}/preview`, { contactId }),
  preflight: (id: string) => http.get<Preflight>(`${root}/campaign/${id}/preflight`),
  links: (id: string) => http.get<CampaignLinks>(`${root}/campaign/${id}/links`),
  testAddresses: async () => (await http.get<{ items: string[] }>(`${root}/campaign/test-addresses`)).items,
  sendTest: (id: string, addresses: string[], asContactId?: string) => http.post<{ sentTo: string[] }>(`${root}/campaign/${id}/send-test`, { addresses, asContactId }),
  showInArchive: (id: string, isInArchive: boolean) => http.post<Campaign>(`${root}/campaign/${id}/show-in-archive`, { isInArchive }),
  /** `scheduledTime` is on the clocks of Paris: « 2026-06-05T18:00 ». */
  send: (id: string, scheduledTime: string | null, concurrencyStamp: string | null) => http.post<Campaign>(`${root}/campaign/${id}/send`, { scheduledTime, concurrencyStamp }),
  pause: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/pause`),
  resume: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/resume`),
  cancel: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/cancel`),
  recipients: (id: string, query: { state?: string; cursor?: string | undefined }) => http.get<CursorPage<Recipient>>(`${root}/campaign/${id}/recipients`, { ...query, maxResultCount: 100 }),
  progressPath: (id: string) => `${root}/campaign/${id}/progress`,
  ledgerPath: (id: string) => `${root}/campaign/${id}/recipients.csv`,
};

export const templatesApi = {
  all: async () => (await http.get<{ items: LetterTemplate[] }>(`${root}/letter-template`)).items,
  save: (campaignId: string, name: string) => http.post<LetterTemplate>(`${root}/letter-template`, { campaignId, name }),
  delete: (id: string) => http.delete(`${root}/letter-template/${id}`),
  restore: (id: string) => http.post<LetterTemplate>(`${root}/letter-template/${id}/restore`),
};

export const gazetteApi = {
  choices: (since?: string) => http.get<GazetteChoices>(`${root}/gazette/choices`, { since }),
  create: (input: { since: string; newsIds: string[]; events: { id: string; day: string }[] }) => http.post<Campaign>(`${root}/gazette`, input),
};

export const digestsApi = {
  all: async () => (await http.get<{ items: Digest[] }>(`${root}/digest`)).items,
  create: (input: DigestInput) => http.post<Digest>(`${root}/digest`, input),
  update: (id: string, input: DigestInput) => http.put<Digest>(`${root}/digest/${id}`, input),
  pause: (id: string) => http.post<Digest>(`${root}/digest/${id}/pause`),
  resume: (id: string) => http.post<Digest>(`${root}/digest/${id}/resume`),
  delete: (id: string) => http.delete(`${root}/digest/${id}`),
  restore: (id: string) => http.post<Digest>(`${root}/digest/${id}/restore`),
};

export const welcomesApi = {
  all: async () => (await http.get<{ items: WelcomeLetter[] }>(`${root}/welcome-letter`)).items,
  create: (listId: string, delayDays: number) => http.post<WelcomeLetter>(`${root}/welcome-letter`, { listId, delayDays }),
  delay: (id: string, delayDays: number) => http.put<WelcomeLetter>(`${root}/welcome-letter/${id}`, { delayDays }),
  start: (id: string) => http.post<WelcomeLetter>(`${root}/welcome-letter/${id}/start`),
  stop: (id: string) => http.post<WelcomeLetter>(`${root}/welcome-letter/${id}/stop`),
  delete: (id: string) => http.delete(`${root}/welcome-letter/${id}`),
  restore: (id: string) => http.post<WelcomeLetter>(`${root}/welcome-letter/${id}/restore`),
};

export const approvalsApi = {
  get: (id: string) => http.get<Approval>(`${root}/approval/${id}`),
  ask: (id: string) => http.post<Approval>(`${root}/approval/${id}/ask`),
  /** @param concurrencyStamp of the letter that was read: an older one is not answered (409) */
  approve: (id: string, concurrencyStamp: string | null) => http.post<Approval>(`${root}/approval/${id}/approve`, { concurrencyStamp }),
  sendBack: (id: string, concurrencyStamp: string | null, word: string) => http.post<Approval>(`${root}/approval/${id}/send-back`, { concurrencyStamp, word }),
};

export const settingsApi = {
  get: () => http.get<MailingSettings>(`${root}/mailing-settings`),
  update: (input: MailingSettings) => http.put<MailingSettings>(`${root}/mailing-settings`, input),
};
