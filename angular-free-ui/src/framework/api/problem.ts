import { t } from '@/framework/i18n';

/** RFC 9457 problem details, as every refused call of the API answers. */
export interface Problem {
  status: number;
  /** Worded code, for example `Mailing:ContactAlreadyExists`. */
  code?: string;
  /** Localized by the server. */
  title?: string;
  detail?: string;
  /** Messages by the JSON name of the field. */
  errors?: Record<string, string[]>;
  traceId?: string;
  /** What else the code says, for example both versions of a block. */
  data?: unknown;
}

/** A call that did not do what it was asked. `status` 0: no answer came. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title ?? String(problem.status));
    this.name = 'ApiError';
  }

  get status() {
    return this.problem.status;
  }

  get code() {
    return this.problem.code;
  }
}

/** What to tell the person: what happened, what was kept, what to do. Never a number or an English default. */
export function messageOf(error: unknown): string {
  if (!(error instanceof ApiError)) return t('errors.unexpected');
  const { status, code, detail, title, errors } = error.problem;
  const first = errors && Object.values(errors).flat()[0];
  if (first) return first;
  if (code && (detail ?? title)) return detail ?? title ?? '';
  if (status === 0) return t('errors.offline');
  if (status === 403) return t('errors.forbidden');
  if (status === 404) return t('errors.notFound');
  if (status === 409 || status === 412) return t('errors.conflict');
  if (status === 413) return t('errors.tooLarge');
  if (status === 429) return t('errors.tooMany');
  if (status >= 500) return t('errors.server');
  return detail ?? t('errors.unexpected');
}

/** Messages by field, in camel case, for the fields of a form. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {};
  const name = (key: string) => key.split('.').map((part) => part.charAt(0).toLowerCase() + part.slice(1)).join('.');
  return Object.fromEntries(Object.entries(error.problem.errors ?? {}).map(([key, messages]) => [name(key), messages[0] ?? '']));
}
