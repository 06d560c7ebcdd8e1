import { http } from '@/framework/api/http';

export interface ApiKey {
  id: string;
  name: string;
  ownerName: string;
  permissions: string[];
  creationTime: string;
  expirationTime: string | null;
  lastUsedTime: string | null;
}

export interface GrantablePermission {
  name: string;
  displayName: string;
  group: string;
}

const root = '/api/associations/api-key';

/** Keys for programs, in place of a person's session. */
export const apiKeysApi = {
  all: async () => (await http.get<{ items: ApiKey[] }>(root)).items,
  permissions: async () => (await http.get<{ items: GrantablePermission[] }>(`${root}/permissions`)).items,
  create: (input: { name: string; permissions: string[]; days: number | null }) => http.post<{ key: ApiKey; secret: string }>(root, input),
  revoke: (id: string) => http.delete(`${root}/${id}`),
};
