import { http } from '@/framework/api/http';

export type DnsRecordState = 'Unknown' | 'Missing' | 'Different' | 'Ok';

export interface DnsRecord {
  purpose: 'ReturnPath' | 'Signature' | 'Spf' | 'Dmarc';
  type: string;
  host: string;
  value: string;
  state: DnsRecordState;
  found: string | null;
  isRequired: boolean;
}

export interface SendingDomain {
  id: string;
  name: string;
  address: string;
  isVerified: boolean;
  isSignedByProvider: boolean;
  lastCheckTime: string | null;
  records: DnsRecord[];
  providerMessage: string | null;
}

const root = '/api/mailing/sending-domain';

export const sendingDomainsApi = {
  find: async () => (await http.get<{ items: SendingDomain[] }>(root)).items[0] ?? null,
  create: (name: string, localPart: string) => http.post<SendingDomain>(root, { name, localPart: localPart || null }),
  check: (id: string) => http.post<SendingDomain>(`${root}/${id}/check`),
  sendInstructions: (id: string, email: string) => http.post(`${root}/${id}/send-instructions`, { email }),
  remove: (id: string) => http.delete(`${root}/${id}`),
};
