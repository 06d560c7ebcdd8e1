import { http } from '@/framework/api/http';
import { fileForm } from '@/framework/files';
import type { components } from '@/framework/api/schema';

/** Moving a site in and taking it along. */
export const transferPermissions = { import: 'Sites.Transfer.Import', export: 'Sites.Transfer.Export' } as const;

type Schemas = components['schemas'];
export type SiteImport = Required<Schemas['SiteImportDto']> & { counts: Required<Schemas['SiteImportCountsDto']> };
export type SiteImportItem = Required<Schemas['SiteImportItemDto']>;
export type SiteExport = Required<Schemas['SiteExportDto']>;
export type ImportState = SiteImportItem['state'];
export type ExportKind = SiteExport['kind'];

const root = '/api/sites';

export const isWorking = (one?: { status: string }) => one?.status === 'Reading' || one?.status === 'Running' || one?.status === 'Waiting';

export const transferApi = {
  imports: async () => (await http.get<{ items: SiteImport[] }>(`${root}/site-import`)).items,
  import: (id: string) => http.get<SiteImport>(`${root}/site-import/${id}`),
  upload: (file: File) => http.post<SiteImport>(`${root}/site-import/upload`, fileForm(file)),
  start: (id: string, publish: boolean, address: string | null) => http.post<SiteImport>(`${root}/site-import/${id}/start`, { publish, address }),
  cancel: (id: string) => http.post<SiteImport>(`${root}/site-import/${id}/cancel`),
  items: async (id: string, state: ImportState | null, after: number) =>
    (await http.get<{ items: SiteImportItem[] }>(`${root}/site-import/${id}/items`, { state, after, maxResultCount: 50 })).items,
  exports: async () => (await http.get<{ items: SiteExport[] }>(`${root}/site-export`)).items,
  export: (kind: ExportKind) => http.post<SiteExport>(`${root}/site-export`, { kind }),
};
