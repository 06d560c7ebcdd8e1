import { http, spaceSlug } from '@/framework/api/http';
import type { CountedPage } from '@/framework/usePagedList';

export const kinds = ['Method', 'Tool', 'ActionReport', 'Template', 'Checklist'] as const;
export type GuideKind = (typeof kinds)[number];
export const states = ['Draft', 'Submitted', 'ChangesRequested', 'Published', 'Archived'] as const;
export type GuideState = (typeof states)[number];
export const difficulties = ['Easy', 'Medium', 'Advanced'] as const;
export type Difficulty = (typeof difficulties)[number];
export type AdaptationKind = 'Adapted' | 'Translated' | 'Extract';
export const themes = ['animation', 'benevolat', 'communication', 'cooperation', 'democratie', 'finances', 'formation', 'gouvernance', 'juridique', 'numerique', 'quartier', 'transition'] as const;
/** At most this many themes a guide. */
export const maxThemes = 3;
export const licences = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0'] as const;

export interface Card {
  audienceMin: number | null;
  audienceMax: number | null;
  durationMinutes: number | null;
  difficulty: Difficulty | null;
  costEuros: number | null;
  material: string[];
  steps: { text: string; minutes: number | null }[];
  variants: string[];
  pitfalls: string[];
}

export interface Attribution {
  sourceId: string;
  kind: AdaptationKind;
  title: string;
  authorName: string;
  ownerName: string;
  licence: string;
  licenceUrl: string;
  path: string;
  isWithdrawn: boolean;
  hasNewerRevision: boolean;
  text: string;
}

export interface GuideListItem {
  id: string;
  title: string;
  aim: string;
  kind: GuideKind;
  state: GuideState;
  language: string;
  licence: string;
  themes: string[];
  spaceRevision: number | null;
  commonsRevision: number | null;
  commonsPath: string | null;
  hasUnpublishedChanges: boolean;
  isAdaptation: boolean;
  lastModificationTime: string;
}

export interface Guide extends GuideListItem {
  tags: string[];
  card: Card;
  body: string;
  authorName: string;
  reviewBy: string | null;
  curatorMessage: string | null;
  attributions: Attribution[];
  allowedLicences: string[];
  concurrencyStamp: string;
}

export interface CommonsItem {
  id: string;
  slug: string;
  path: string;
  title: string;
  aim: string;
  kind: GuideKind;
  themes: string[];
  language: string;
  licence: string;
  ownerName: string;
  authorName: string;
  durationMinutes: number | null;
  adaptationCount: number;
  publishedTime: string;
}

export interface CommonsResult {
  totalCount: number;
  items: CommonsItem[];
  nextCursor: string | null;
  isPartial: boolean;
  didYouMean: string | null;
  kinds: { value: string; count: number }[];
  themes: { value: string; count: number }[];
}

export interface SubmissionItem {
  id: string;
  title: string;
  aim: string;
  kind: GuideKind;
  state: 'Pending' | 'ChangesRequested' | 'Published' | 'Superseded';
  ownerName: string;
  authorName: string;
  licence: string;
  revision: number;
  creationTime: string;
}

export interface Submission extends SubmissionItem {
  summary: string;
  language: string;
  themes: string[];
  tags: string[];
  card: Card;
  body: string;
  attributions: Attribution[];
  message: string | null;
  commonsPath: string | null;
}

export const permissions = {
  read: 'Library.Guides',
  write: 'Library.Guides.Write',
  publish: 'Library.Guides.Publish',
  submit: 'Library.Guides.Submit',
} as const;

const root = '/api/library';
// The curators' queue belongs to the hub: no space is named.
const onHub = { hub: true };

export const guidesApi = {
  list: (query: { skipCount: number; filter?: string; state?: string }) => http.get<CountedPage<GuideListItem>>(`${root}/guide`, { ...query, maxResultCount: 50 }),
  get: (id: string) => http.get<Guide>(`${root}/guide/${id}`),
  create: (title: string, kind: GuideKind) => http.post<Guide>(`${root}/guide`, { title, kind }),
  update: (guide: Guide) => http.put<Guide>(`${root}/guide/${guide.id}`, guide),
  publish: (id: string, summary: string) => http.post<Guide>(`${root}/guide/${id}/publish`, { summary: summary || null }),
  submit: (id: string, summary: string) => http.post<Guide>(`${root}/guide/${id}/submit`, { summary: summary || null }),
  archive: (id: string) => http.post<Guide>(`${root}/guide/${id}/archive`),
  restore: (id: string) => http.post<Guide>(`${root}/guide/${id}/restore`),
  adapt: (slug: string, kind: AdaptationKind) => http.post<Guide>(`${root}/guide/adapt`, { slug, kind }),
  import: (markdown: string) => http.post<Guide>(`${root}/guide/import`, { markdown }),
  markdown: (id: string) => http.get<{ fileName: string; markdown: string }>(`${root}/guide/${id}/markdown`),
};

export const commonsApi = {
  search: (query: { query?: string; kind?: string; theme?: string; cursor?: string | undefined }) => http.get<CommonsResult>(`${root}/commons-public`, { ...query, maxResultCount: 20 }),
};

export const curationApi = {
  list: (skipCount: number) => http.get<CountedPage<SubmissionItem>>(`${root}/guide-curation`, { skipCount, maxResultCount: 50 }, onHub),
  get: (id: string) => http.get<Submission>(`${root}/guide-curation/${id}`, {}, onHub),
  publish: (id: string) => http.post<Submission>(`${root}/guide-curation/${id}/publish`, {}, onHub),
  requestChanges: (id: string, message: string) => http.post<Submission>(`${root}/guide-curation/${id}/request-changes`, { message }, onHub),
};

/** The queue, inside a space or, for a coordinator who belongs to none, on the hub's side. */
export function curationAddress(id = '') {
  const queue = spaceSlug() ? `/${spaceSlug()}/bibliotheque/relecture` : '/-/relecture';
  return id ? `${queue}/${id}` : queue;
}
