import { http } from '@/framework/api/http';

export const accessibilityStates = ['NotAudited', 'None', 'Partial', 'Full'] as const;

export interface AccessibilityStatement {
  state: (typeof accessibilityStates)[number];
  auditDay: string | null;
  auditor: string | null;
  /** Percent, as the auditor wrote it. */
  rate: number | null;
  isPublicService: boolean;
}

const path = '/api/sites/accessibility-statement';

export const accessibilityApi = {
  get: () => http.get<AccessibilityStatement>(path),
  update: (statement: AccessibilityStatement) => http.put<AccessibilityStatement>(path, statement),
};
