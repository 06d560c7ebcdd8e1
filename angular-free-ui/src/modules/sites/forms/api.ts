import { http } from '@/framework/api/http';
import type { CountedPage } from '@/framework/usePagedList';

export const formPermissions = {
  forms: 'Sites.Forms',
  editForms: 'Sites.Forms.Edit',
  submissions: 'Sites.Forms.Submissions',
} as const;

export const fieldKinds = ['ShortText', 'LongText', 'Email', 'Phone', 'ChoiceOne', 'ChoiceMany', 'Checkbox', 'Date', 'Number'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface FormField {
  /** Stays when the label changes: answers are kept under it. */
  id: string;
  kind: FieldKind;
  label: string;
  help: string | null;
  isRequired: boolean;
  options: string[];
}

export interface FormItem {
  id: string;
  name: string;
  urn: string;
  isOpen: boolean;
  waiting: number;
  total: number;
  lastReceivedTime: string | null;
}

export interface SaveForm {
  name: string;
  isOpen: boolean;
  purpose: string;
  retentionMonths: number;
  successMessage: string | null;
  fields: FormField[];
  recipientIds: string[];
  concurrencyStamp?: string;
}

export interface Form extends SaveForm {
  id: string;
  urn: string;
  privacySentence: string;
  concurrencyStamp: string;
}

export interface Submission {
  id: string;
  formId: string;
  receivedTime: string;
  email: string | null;
  isDone: boolean;
  answers: { label: string; value: string }[];
}

const root = '/api/sites';

export const formsApi = {
  all: () => http.get<{ items: FormItem[] }>(`${root}/form`),
  get: (id: string) => http.get<Form>(`${root}/form/${id}`),
  create: (template: 'Blank' | 'Contact' | 'Membership') => http.post<Form>(`${root}/form`, { template }),
  update: (id: string, form: SaveForm) => http.put<Form>(`${root}/form/${id}`, form),
  remove: (id: string) => http.delete(`${root}/form/${id}`),
  recipients: () => http.get<{ items: { userId: string; name: string }[] }>(`${root}/form/recipients`),
};

export const submissionsApi = {
  list: (query: { formId?: string; isWaiting?: boolean; email?: string; skipCount: number }) =>
    http.get<CountedPage<Submission>>(`${root}/form-submission`, { maxResultCount: 50, ...query }),
  get: (id: string) => http.get<Submission>(`${root}/form-submission/${id}`),
  mark: (id: string, isDone: boolean) => http.post<Submission>(`${root}/form-submission/${id}/mark`, { isDone }),
  remove: (id: string) => http.delete(`${root}/form-submission/${id}`),
  erase: (email: string) => http.post<{ submissions: number; registrations: number }>(`${root}/form-submission/erase`, { email }),
  file: (formId: string) => `${root}/form/${formId}/submissions.csv`,
};
