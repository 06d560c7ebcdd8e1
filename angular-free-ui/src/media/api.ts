import { http } from '@/framework/api/http';
import type { CursorPage } from '@/framework/usePagedList';

export const mediaPermissions = { see: 'Sites.Media', edit: 'Sites.Media.Edit' } as const;

export type MediaKind = 'Picture' | 'Document';

export interface MediaFile {
  id: string;
  /** `media:…`, as documents write it. */
  urn: string;
  kind: MediaKind;
  fileName: string;
  contentType: string;
  alt: string | null;
  isDecorative: boolean;
  caption: string | null;
  credit: string | null;
  /** Who of the people in the picture agreed, and how. */
  consentNote: string | null;
  /** Last day of that agreement, `2027-01-31`. */
  consentUntil: string | null;
  /** In pixels; 0 for documents. */
  width: number;
  height: number;
  /** Percent from the left and from the top. */
  focusX: number;
  focusY: number;
  /** Bytes. */
  size: number;
  hasVariants: boolean;
  url: string;
  /** Empty for documents. */
  thumbnailUrl: string;
  creationTime: string;
  deletionTime: string | null;
  concurrencyStamp: string;
}

export type MediaChange = Pick<MediaFile, 'fileName' | 'alt' | 'isDecorative' | 'caption' | 'credit' | 'consentNote' | 'consentUntil' | 'focusX' | 'focusY' | 'concurrencyStamp'>;

export interface MediaFilter {
  filter?: string;
  kind?: MediaKind;
  unused?: boolean;
  trash?: boolean;
}

/** Something that shows the file. `link` is relative to the space. */
export interface MediaUsage {
  kind: 'page' | 'post' | 'letter' | 'event' | 'guide' | 'lesson' | 'look';
  title: string;
  link: string;
}

/** Bytes. */
export interface MediaQuota {
  usedBytes: number;
  trashBytes: number;
  maxBytes: number;
}

const root = '/api/sites/media';

export const mediaApi = {
  list: (filter: MediaFilter, cursor?: string) => http.get<CursorPage<MediaFile>>(root, { ...filter, cursor, maxResultCount: 40 }),
  get: (id: string) => http.get<MediaFile>(`${root}/${id}`),
  /** At most 100. */
  many: (ids: readonly string[]) => http.get<{ items: MediaFile[] }>(`${root}/many`, { ids: ids.join(',') }),
  /** 409 when somebody else saved since its stamp was read. */
  update: (id: string, change: MediaChange) => http.put<MediaFile>(`${root}/${id}`, change),
  usages: (id: string) => http.get<{ items: MediaUsage[] }>(`${root}/${id}/usages`),
  quota: () => http.get<MediaQuota>(`${root}/quota`),
  remove: (id: string, evenIfUsed = false) => http.delete(`${root}/${id}`, { evenIfUsed }),
  restore: (id: string) => http.post<MediaFile>(`${root}/${id}/restore`),
  emptyTrash: () => http.post(`${root}/empty-trash`),
  /** Where bytes are sent: a new file, or other bytes for one that is there. */
  uploadPath: (replaced?: string) => (replaced === undefined ? root : `${root}/${replaced}/replace`),
};
