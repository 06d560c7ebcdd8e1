import { computed } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import type { Answer } from '@/framework/api/answer';
import type { components } from '@/framework/api/schema';
import { http, spaceSlug } from '@/framework/api/http';
import type { CursorPage } from '@/framework/usePagedList';
import type { Contact } from './api';

type Schema = components['schemas'];

export const fieldTypes = ['Text', 'Number', 'Date', 'Choice', 'YesNo'] as const;
export type FieldType = (typeof fieldTypes)[number];
export type ContactField = Answer<Schema['ContactFieldDto']>;
export type Tag = Answer<Schema['TagDto']>;
export type Segment = Answer<Schema['SegmentDto']>;
export type SegmentRule = Answer<Schema['SegmentRuleDto']>;
export type SegmentGroup = Answer<Schema['SegmentGroupDto']>;
export type SegmentCondition = Answer<Schema['SegmentConditionDto']>;
export type ContactEvent = Answer<Schema['ContactEventDto']>;
export type SegmentMatch = SegmentGroup['match'];
export type SegmentSubject = SegmentCondition['subject'];
export type SegmentOperator = SegmentCondition['operator'];
export interface ContactCount {
  count: number;
  isMore: boolean;
}
export interface SegmentPreview {
  count: ContactCount;
  contacts: Contact[];
}

export interface Duplicates {
  contacts: Contact[];
  isLikely: boolean;
}
export interface MergePreview {
  contact: Contact;
  agreed: string[];
  lostEmail: string;
}

const root = '/api/mailing';

export const fieldsApi = {
  all: async () => (await http.get<{ items: ContactField[] }>(`${root}/contact-field`)).items,
  create: (input: object) => http.post<ContactField>(`${root}/contact-field`, input),
  update: (id: string, input: object) => http.put<ContactField>(`${root}/contact-field/${id}`, input),
  delete: (id: string) => http.delete(`${root}/contact-field/${id}`),
};

export const tagsApi = {
  all: async () => (await http.get<{ items: Tag[] }>(`${root}/tag`)).items,
  rename: (id: string, name: string) => http.put<Tag>(`${root}/tag/${id}`, { name }),
  delete: (id: string) => http.delete(`${root}/tag/${id}`),
};

export const segmentsApi = {
  all: async () => (await http.get<{ items: Segment[] }>(`${root}/segment`)).items,
  get: (id: string) => http.get<Segment>(`${root}/segment/${id}`),
  create: (input: object) => http.post<Segment>(`${root}/segment`, input),
  update: (id: string, input: object) => http.put<Segment>(`${root}/segment/${id}`, input),
  delete: (id: string) => http.delete(`${root}/segment/${id}`),
  preview: (rule: SegmentRule) => http.post<SegmentPreview>(`${root}/segment/preview`, { rule }),
};

export const historyApi = {
  page: (id: string, cursor?: string) => http.get<CursorPage<ContactEvent>>(`${root}/contact-history/${id}`, { cursor, maxResultCount: 30 }),
  dataPath: (id: string) => `${root}/contact/${id}/data.json`,
  consentsPath: (id: string) => `${root}/contact/${id}/consents.csv`,
};

export const duplicatesApi = {
  all: async () => (await http.get<{ items: Duplicates[] }>(`${root}/contact-duplicate`)).items,
  preview: (keptId: string, otherId: string) => http.post<MergePreview>(`${root}/contact-duplicate/preview`, { keptId, otherId }),
  merge: (keptId: string, otherId: string) => http.post<Contact>(`${root}/contact-duplicate/merge`, { keptId, otherId }),
};

/** The space's own fields, its tags and its selections: a handful each, shared by the screens of the book. */
export const useFields = () => useQuery({ queryKey: [spaceSlug(), 'contact-fields'], queryFn: fieldsApi.all });
export const useTags = () => useQuery({ queryKey: [spaceSlug(), 'tags'], queryFn: tagsApi.all });
export const useSegments = () => useQuery({ queryKey: [spaceSlug(), 'segments'], queryFn: segmentsApi.all });

/** As choices, with « all » in front. */
export function useChoices(query: { data: { value: readonly { id: string; name: string }[] | undefined } }, all: () => string) {
  return computed(() => [{ value: '', label: all() }, ...(query.data.value ?? []).map((one) => ({ value: one.id, label: one.name }))]);
}
