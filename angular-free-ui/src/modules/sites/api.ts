import { http } from '@/framework/api/http';
import type { CountedPage } from '@/framework/usePagedList';

export const permissions = {
  pages: 'Sites.Pages',
  editPages: 'Sites.Pages.Edit',
  publishPages: 'Sites.Pages.Publish',
  posts: 'Sites.Posts',
  editPosts: 'Sites.Posts.Edit',
  publishPosts: 'Sites.Posts.Publish',
  media: 'Sites.Media',
  site: 'Sites.Site',
  updateSite: 'Sites.Site.Update',
  statistics: 'Sites.Statistics',
  domains: 'Sites.Domains',
  updateDomains: 'Sites.Domains.Update',
  updateProfile: 'Associations.Profile.Update',
} as const;

export type ContentKind = 'page' | 'post';

export const rightTo = {
  page: { edit: permissions.editPages, publish: permissions.publishPages },
  post: { edit: permissions.editPosts, publish: permissions.publishPosts },
} as const;

/** What pages and posts have in common in a list. */
export interface ContentItem {
  id: string;
  title: string;
  slug: string;
  /** Address on the site: `/contact`. */
  path: string;
  isPublished: boolean;
  /** The draft differs from what readers see. */
  hasChanges: boolean;
  publishedTime: string | null;
  lastSavedTime: string;
  /** When the draft goes online by itself (UTC); it stays after a failure. */
  publishAt: string | null;
  /** When it goes offline by itself (UTC). */
  unpublishAt: string | null;
  /** Why it did not go online at `publishAt`, in words. */
  scheduleProblem: string | null;
  // Pages only.
  kind?: 'Standard' | 'Home' | 'LegalNotice' | 'Privacy' | 'Accessibility';
  showInMenu?: boolean;
  audience?: 'Public' | 'Members';
  // Posts only.
  authorName?: string | null;
  categories?: { id: string; name: string }[];
}

export interface Category {
  id: string;
  name: string;
  slug: string;
  path: string;
  /** Drafts included. */
  postCount: number;
}

/** What a kind reader would point out; it stops nothing. */
export interface ReviewRemark {
  code: string;
  message: string;
  /** Empty when it concerns the text as a whole, or with `field` the title or the excerpt. */
  blockId: string;
  itemId: string | null;
  field: string | null;
  repair: { old: string; new: string } | null;
  /** What one press does besides. */
  action: 'RemoveBlock' | 'MarkDecorative' | null;
  /** Mended by a block of this type at the end of the text. */
  blockToAdd: string | null;
}

export interface DocumentIssue {
  /** JSON pointer into the document. */
  path: string;
  code: string;
  message: string;
  severity: 'Warning' | 'BlocksPublishing' | 'Error';
}

export interface Content extends ContentItem {
  /** The draft: `page/1` as JSON. */
  document: string;
  /** What the next save starts from. */
  revision: number;
  issues: DocumentIssue[];
  /** The save was merged with somebody else's: `document` is shown. */
  wasMerged: boolean;
  excerpt?: string | null;
}

export interface TrashItem {
  id: string;
  title: string;
  path: string;
  wasPublished: boolean;
  deletionTime: string;
  /** When it is gone for good. */
  purgeTime: string;
}

export interface SaveDraft {
  title: string;
  document: string;
  baseRevision: number;
  /** The state of the base revision, when the server asks for it. */
  baseTitle?: string;
  baseDocument?: string;
  /** Made once by each open editor: one's own overlapping saves never conflict. */
  session: string;
  authorName?: string | null;
  excerpt?: string | null;
  /** What stood there when the editor read it, empty when nothing did. */
  baseAuthorName?: string;
  baseExcerpt?: string;
}

/** `data` of the answer 409 to a save. Blocks are JSON texts; `null` where a side removed it. */
export interface SaveConflict {
  revision: number;
  title: string;
  /** The merge, with one's own version of the blocks in conflict. */
  document: string;
  conflicts: { blockId: string; mine: string | null; theirs: string | null }[];
}

export interface Revision {
  number: number;
  title: string;
  creationTime: string;
  wasPublished: boolean;
}

export interface RevisionDetail extends Revision {
  document: string;
  text: string;
}

export interface MenuItem {
  /** `page:…`, `post:…`, `site:news`, a path, a web address; `null`: a heading over its children. */
  target: string | null;
  /** Its own; `null` when it has its page's. */
  title: string | null;
  label: string;
  isOnline: boolean;
  children: MenuItem[];
}

export interface SiteMenu {
  items: MenuItem[];
  concurrencyStamp: string;
}

export interface TextPart {
  text: string;
  kind: 'Same' | 'Added' | 'Removed';
}

export interface RevisionDifference {
  /** 0 when there was nothing before. */
  from: number;
  to: number;
  title: TextPart[] | null;
  blocks: { blockId: string; blockType: string; kind: 'Added' | 'Removed' | 'Changed' | 'Moved'; parts: TextPart[] }[];
}

export interface Theme {
  name: string;
  title: string;
  description: string;
  accentColor: string;
  headerColor: string;
  fontPair: string;
}

export interface FontPair {
  name: string;
  /** The titles' face, as people know it. */
  title: string;
  text: string;
  titleUrl: string;
  textUrl: string;
}

/** What one chooses of the look; `null` leaves the theme's. */
export interface SiteLook {
  theme: string;
  accentColor: string | null;
  headerColor: string | null;
  fontPair: string | null;
  logoMediaId: string | null;
}

export interface Site extends SiteLook {
  name: string;
  /** Absolute, without a final slash. */
  url: string;
  isOnline: boolean;
  /** BCP 47: what the site is written in, and what it can be written in. */
  language: string;
  languages: string[];
  logoUrl: string | null;
  themes: Theme[];
  fontPairs: FontPair[];
  /** What publishing waits for; links are relative to the space. */
  obstacles: { code: string; message: string; link: string }[];
}

export interface ColorContrast {
  color: string;
  ratio: number;
  passes: boolean;
  nearest: string;
}

const root = '/api/sites';

function contentApi(kind: ContentKind) {
  // The same calls for both kinds: both are in the API document.
  const path = `${root}/${kind}` as const;
  return {
    /** `filter`: words of the title or the address. */
    list: (skipCount: number, filter = '') => http.get<CountedPage<ContentItem>>(path, { skipCount, maxResultCount: 50, filter }),
    get: (id: string) => http.get<Content>(`${path}/${id}`),
    create: (title: string) => http.post<Content>(path, { title }),
    save: (id: string, draft: SaveDraft) => http.put<Content>(`${path}/${id}`, draft),
    remove: (id: string) => http.delete(`${path}/${id}`),
    trash: () => http.get<{ items: TrashItem[] }>(`${path}/trash`),
    /** `asItWas`: online again if it was online. */
    restoreFromTrash: (id: string, asItWas: boolean) => http.post<Content>(`${path}/${id}/restore-from-trash`, { asItWas }),
    removeForGood: (id: string) => http.delete(`${path}/${id}/for-good`),
    changeSlug: (id: string, slug: string) => http.post<Content>(`${path}/${id}/change-slug`, { slug }),
    /** Times as clocks in Paris show them; `null`: it stays online. */
    publish: (id: string, unpublishAt: string | null) => http.post<Content>(`${path}/${id}/publish`, { unpublishAt }),
    /** `null` takes back what was scheduled. */
    schedule: (id: string, publishAt: string | null, unpublishAt: string | null) => http.post<Content>(`${path}/${id}/schedule`, { publishAt, unpublishAt }),
    unpublish: (id: string) => http.post<Content>(`${path}/${id}/unpublish`),
    review: (id: string) => http.get<{ items: ReviewRemark[] }>(`${path}/${id}/review`),
    previewLink: (id: string) => http.post<{ url: string; expiryTime: string }>(`${path}/${id}/preview-link`),
    revisions: (id: string) => http.get<{ items: Revision[] }>(`${path}/${id}/revisions`),
    revision: (id: string, number: number) => http.get<RevisionDetail>(`${path}/${id}/revision`, { number }),
    /** Against the revision before it, or against `from`. */
    difference: (id: string, number: number, from?: number) => http.get<RevisionDifference>(`${path}/${id}/revision-difference`, from === undefined ? { number } : { number, from }),
    restore: (id: string, number: number) => http.post<Content>(`${path}/${id}/restore-revision`, { number }),
  };
}

export const sitesApi = {
  page: contentApi('page'),
  post: contentApi('post'),
  setMenu: (id: string, showInMenu: boolean) => http.post<Content>(`${root}/page/${id}/set-menu`, { showInMenu }),
  setAudience: (id: string, audience: 'Public' | 'Members') => http.post<Content>(`${root}/page/${id}/set-audience`, { audience }),
  setCategories: (id: string, categoryIds: string[]) => http.post<Content>(`${root}/post/${id}/set-categories`, { categoryIds }),
  categories: () => http.get<{ items: Category[] }>(`${root}/category`),
  createCategory: (name: string) => http.post<Category>(`${root}/category`, { name }),
  renameCategory: (id: string, name: string) => http.put<Category>(`${root}/category/${id}`, { name }),
  mergeCategory: (id: string, intoId: string) => http.post<Category>(`${root}/category/${id}/merge`, { intoId }),
  removeCategory: (id: string) => http.delete(`${root}/category/${id}`),
  menu: () => http.get<SiteMenu>(`${root}/menu`),
  updateMenu: (items: Pick<MenuItem, 'target' | 'title' | 'children'>[], concurrencyStamp: string) => http.put<SiteMenu>(`${root}/menu`, { items, concurrencyStamp }),
  site: () => http.get<Site>(`${root}/site`),
  updateLook: (look: SiteLook) => http.put<Site>(`${root}/site/look`, look),
  updateLanguage: (language: string) => http.put<Site>(`${root}/site/language`, { language }),
  contrast: (color: string, use: 'Accent' | 'Header') => http.get<ColorContrast>(`${root}/site/color-contrast`, { color, use }),
};

/** The part of the association's profile that its legal notice needs; the rest is sent back as it came. */
export interface LegalNotice {
  contactName: string;
  directorOfPublication: string | null;
  address: string | null;
  phone: string | null;
}

export const legalNotice = {
  obstacle: 'Sites:LegalNoticeIncomplete',
  get: () => http.get<LegalNotice>('/api/associations/association-profile'),
  update: (notice: LegalNotice) => http.put<LegalNotice>('/api/associations/association-profile', notice),
};
