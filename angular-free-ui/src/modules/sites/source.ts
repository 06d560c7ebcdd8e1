import { http } from '@/framework/api/http';

export interface SourceProblem {
  /** From 1. */
  line: number;
  code: string;
  message: string;
  severity: 'Error' | 'BlocksPublishing' | 'Warning';
}

const root = '/api/sites/document-source';

/** A document as readable text, and back. The hub stores nothing of it; 512 Ki characters at most. */
export const sourceApi = {
  toText: async (document: string) => (await http.post<{ text: string }>(`${root}/to-text`, { document })).text,
  /** `document` is `null` exactly when a problem is an error. */
  fromText: (text: string) => http.post<{ document: string | null; problems: SourceProblem[] }>(`${root}/from-text`, { text }),
};
