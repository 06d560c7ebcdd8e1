import { http } from '@/framework/api/http';

export interface SiteDomain {
  id: string;
  /** As the name system knows it: `xn--…` for accents. */
  name: string;
  displayName: string;
  state: 'Pending' | 'Active' | 'ProofMissing' | 'Removed';
  isPrimary: boolean;
  proofName: string;
  proofValue: string;
  /** The sub-domain that the name must point to. */
  target: string;
  /** For names that cannot be an alias; may be empty. */
  addresses: string[];
  pointsHere: boolean | null;
  checkedTime: string | null;
  detachTime: string | null;
  heldUntil: string | null;
}

const root = '/api/sites/site-domain';

export const domainsApi = {
  list: () => http.get<{ items: SiteDomain[] }>(root),
  create: (name: string) => http.post<SiteDomain>(root, { name }),
  check: (id: string) => http.post<SiteDomain>(`${root}/${id}/check`),
  makePrimary: (id: string) => http.post<{ items: SiteDomain[] }>(`${root}/${id}/make-primary`),
  useSubdomain: () => http.post<{ items: SiteDomain[] }>(`${root}/use-subdomain`),
  remove: (id: string) => http.delete(`${root}/${id}`),
};
