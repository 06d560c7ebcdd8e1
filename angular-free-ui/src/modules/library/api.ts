import type { Answer } from '@/framework/api/answer';
import type { components } from '@/framework/api/schema';
import { http, spaceSlug } from '@/framework/api/http';
import { fileForm } from '@/framework/files';
import type { CountedPage } from '@/framework/usePagedList';

type Schema = components['schemas'];

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
/** Longest list of a card, and longest line of one. */
export const maxLines = 40;
export const maxLine = 500;
/** Languages that a guide may say to be in; one that came with a file stays. */
const tongues = ['fr', 'en', 'ar', 'br', 'ca', 'co', 'de', 'es', 'eu', 'it', 'nl', 'oc', 'pl', 'pt', 'ro', 'tr', 'uk'];
export function languageOptions(reader: string, own: string[] = []) {
  const names = new Intl.DisplayNames([reader], { type: 'language' });
  return [...new Set([...own, ...tongues])].map((value) => ({ value, label: names.of(value) ?? value }));
}
export const licences = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0'] as const;

export type Card = Answer<Schema['GuideCardDto']>;

export type Attribution = Answer<Schema['AttributionDto']>;

export type GuideListItem = Answer<Schema['GuideListItemDto']>;

export type Guide = Answer<Schema['GuideDto']>;

export type CommonsItem = Answer<Schema['CommonsGuideListItemDto']>;

export type CommonsResult = Answer<Schema['CommonsSearchResultDto']>;

export type SubmissionItem = Answer<Schema['GuideSubmissionListItemDto']>;

export type Submission = Answer<Schema['GuideSubmissionDto']>;

export const permissions = {
  read: 'Library.Guides',
  write: 'Library.Guides.Write',
  publish: 'Library.Guides.Publish',
  submit: 'Library.Guides.Submit',
} as const;

const root = '/api/library';
/** All guides of the space as one archive. */
export const archivePath = '/api/library/guide/archive';
// The curators' queue belongs to the hub: no space is named.
const onHub = { hub: true };

export const guidesApi = {
  list: (query: { skipCount: number; filter?: string; state?: string }) => http.get<CountedPage<GuideListItem>>(`${root}/guide`, { ...query, maxResultCount: 50 }),
  get: (id: string) => http.get<Guide>(`${root}/guide/${id}`),
  create: (title: string, kind: GuideKind) => http.post<Guide>(`${root}/guide`, { title, kind }),
  update: (guide: Guide) => http.put<Guide>(`${root}/guide/${guide.id}`, guide),
  publish: (id: string, summary: string) => http.post<Guide>(`${root}/guide/${id}/publish`, { summary: summary || null }),
  submit: (id: string, summary: string) => http.post<Guide>(`${root}/guide/${id}/submit`, { summary: summary || null }),
  takeBack: (id: string) => http.post<Guide>(`${root}/guide/${id}/take-back`),
  archive: (id: string) => http.post<Guide>(`${root}/guide/${id}/archive`),
  restore: (id: string) => http.post<Guide>(`${root}/guide/${id}/restore`),
  adapt: (slug: string, kind: AdaptationKind, language: string | null = null) => http.post<Guide>(`${root}/guide/adapt`, { slug, kind, language }),
  import: (markdown: string) => http.post<Guide>(`${root}/guide/import`, { markdown }),
  /** Begins a guide from each file of an archive. */
  importArchive: (file: File) => http.post<{ count: number }>(archivePath, fileForm(file)),
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
