import { http } from '@/framework/api/http';
import type { CursorPage } from '@/framework/usePagedList';

export type ContactStatus = 'Unconfirmed' | 'Active' | 'Unsubscribed' | 'Suppressed';
export const purposes = ['Statutory', 'Information', 'Appeal', 'Commercial'] as const;
export type Purpose = (typeof purposes)[number];
export type ConsentMethod = 'FormConfirmed' | 'Declared' | 'Imported' | 'Preferences';

export interface Consent {
  id: string;
  purpose: Purpose;
  method: ConsentMethod;
  grantedTime: string;
  withdrawnTime: string | null;
  textVersion: string | null;
  proof: string | null;
}

export interface Contact {
  id: string;
  email: string;
  firstName: string | null;
  lastName: string | null;
  language: string | null;
  notes: string | null;
  status: ContactStatus;
  source: string;
  creationTime: string;
  lists: { id: string; name: string }[];
  consents: Consent[];
  concurrencyStamp: string | null;
}

export interface MailingList {
  id: string;
  name: string;
  description: string | null;
  isPublic: boolean;
  memberCount: number;
  creationTime: string;
  concurrencyStamp: string | null;
}

export const importFields = ['Ignore', 'Email', 'FirstName', 'LastName', 'FullName', 'Language', 'Notes', 'Unsubscribed'] as const;
export type ImportField = (typeof importFields)[number];
export interface ImportColumn {
  header: string;
  field: ImportField;
  samples: string[];
}
export interface ImportCounts {
  total: number;
  created: number;
  updated: number;
  unchanged: number;
  duplicates: number;
  refused: number;
  keptUnsubscribed: number;
  keptSuppressed: number;
}
export interface ContactImport {
  id: string;
  fileName: string;
  status: 'Uploaded' | 'Checking' | 'Checked' | 'Running' | 'Completed' | 'Failed';
  separator: string;
  encoding: string;
  hasHeader: boolean;
  recognisedTool: string | null;
  columns: ImportColumn[];
  counts: ImportCounts;
  processedLines: number;
  totalLines: number;
  listId: string | null;
  creationTime: string;
  endTime: string | null;
  errorCode: string | null;
}
export interface RefusedLine {
  lineNumber: number;
  text: string;
  reasonCode: string;
  reason: string;
}

export type CampaignStatus = 'Draft' | 'Scheduled' | 'Freezing' | 'Sending' | 'Paused' | 'Sent' | 'Cancelled';
export const deliveryStates = [
  'Queued', 'InDoubt', 'Accepted', 'Deferred', 'Blocked', 'Delivered', 'Dropped', 'Bounced', 'Complained', 'Skipped', 'Refused', 'Cancelled',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];
export interface CampaignCounts {
  total: number;
  queued: number;
  inDoubt: number;
  accepted: number;
  delivered: number;
  bounced: number;
  complained: number;
  skipped: number;
  refused: number;
  cancelled: number;
}
export interface Campaign {
  id: string;
  name: string;
  subject: string;
  previewText: string | null;
  fromName: string | null;
  replyTo: string | null;
  purpose: Purpose;
  language: string;
  listIds: string[];
  content: string | null;
  status: CampaignStatus;
  scheduledTime: string | null;
  sentTime: string | null;
  creationTime: string;
  lastModificationTime: string | null;
  pauseReason: string | null;
  counts: CampaignCounts;
  concurrencyStamp: string | null;
}
export interface Preview {
  subject: string;
  previewText: string;
  from: string;
  html: string;
  text: string;
  htmlBytes: number;
}
export interface Preflight {
  canSend: boolean;
  recipients: number;
  graceMinutes: number;
  items: { code: string; level: 'Ok' | 'Warning' | 'Blocking'; message: string }[];
}
export interface Recipient {
  id: string;
  email: string;
  state: DeliveryState;
  reason: string | null;
  lastChangeTime: string | null;
}
export interface Progress {
  status: CampaignStatus;
  scheduledTime: string | null;
  pauseReason: string | null;
  counts: CampaignCounts;
}
export interface MailingSettings {
  fromName: string | null;
  replyTo: string | null;
  postalAddress: string | null;
  graceMinutes: number;
}

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

export const contactsApi = {
  list: (query: { filter?: string; listId?: string; status?: string; cursor?: string | undefined; maxResultCount?: number }) =>
    http.get<CursorPage<Contact>>(`${root}/contact`, { maxResultCount: 50, ...query }),
  get: (id: string) => http.get<Contact>(`${root}/contact/${id}`),
  create: (input: object) => http.post<Contact>(`${root}/contact`, input),
  update: (id: string, input: object) => http.put<Contact>(`${root}/contact/${id}`, input),
  delete: (id: string) => http.delete(`${root}/contact/${id}`),
  grant: (id: string, purpose: Purpose, proof: string) => http.post<Contact>(`${root}/contact/${id}/grant-consent`, { purpose, proof }),
  withdraw: (id: string, purpose: Purpose) => http.post<Contact>(`${root}/contact/${id}/withdraw-consent`, { purpose }),
  exportPath: `${root}/contact/export`,
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
  upload: (file: File) => {
    const form = new FormData();
    form.set('file', file);
    return http.post<ContactImport>(`${root}/contact-import/upload`, form);
  },
  check: (id: string, columns: ImportColumn[], hasHeader: boolean) => http.post<ContactImport>(`${root}/contact-import/${id}/check`, { columns, hasHeader }),
  start: (id: string, input: { listId: string | null; origin: string; purposes: Purpose[] }) => http.post<ContactImport>(`${root}/contact-import/${id}/start`, input),
  refused: (id: string, cursor?: string) => http.get<CursorPage<RefusedLine>>(`${root}/contact-import/${id}/refused-lines`, { cursor, maxResultCount: 200 }),
};

export const campaignsApi = {
  list: (cursor?: string) => http.get<CursorPage<Campaign>>(`${root}/campaign`, { cursor, maxResultCount: 50 }),
  get: (id: string) => http.get<Campaign>(`${root}/campaign/${id}`),
  create: (subject: string) => http.post<Campaign>(`${root}/campaign`, { subject }),
  update: (campaign: Campaign) => http.put<Campaign>(`${root}/campaign/${campaign.id}`, campaign),
  duplicate: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/duplicate`),
  delete: (id: string) => http.delete(`${root}/campaign/${id}`),
  preview: (id: string, contactId?: string) => http.get<Preview>(`${root}/campaign/${id}/preview`, { contactId }),
  preflight: (id: string) => http.get<Preflight>(`${root}/campaign/${id}/preflight`),
  sendTest: (id: string, addresses: string[]) => http.post<{ sentTo: string[] }>(`${root}/campaign/${id}/send-test`, { addresses }),
  send: (id: string, scheduledTime: string | null, concurrencyStamp: string | null) => http.post<Campaign>(`${root}/campaign/${id}/send`, { scheduledTime, concurrencyStamp }),
  pause: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/pause`),
  resume: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/resume`),
  cancel: (id: string) => http.post<Campaign>(`${root}/campaign/${id}/cancel`),
  recipients: (id: string, query: { state?: string; cursor?: string | undefined }) => http.get<CursorPage<Recipient>>(`${root}/campaign/${id}/recipients`, { ...query, maxResultCount: 100 }),
  progressPath: (id: string) => `${root}/campaign/${id}/progress`,
  ledgerPath: (id: string) => `${root}/campaign/${id}/recipients.csv`,
};

export const settingsApi = {
  get: () => http.get<MailingSettings>(`${root}/mailing-settings`),
  update: (input: MailingSettings) => http.put<MailingSettings>(`${root}/mailing-settings`, input),
};
