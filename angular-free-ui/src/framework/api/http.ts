import { currentLanguage } from '@/framework/i18n';
import type { Address } from './answer';
import { ApiError, type Problem } from './problem';

type Query = Record<string, string | number | boolean | null | undefined>;
interface Options {
  query?: Query;
  body?: unknown;
  /** Calls the hub's side, where no space is current. */
  hub?: boolean;
  signal?: AbortSignal;
}

/** The space in the address: `/espace/{slug}/…`. Below `/espace/-/` is what belongs to the hub and to no space. */
export function spaceSlug(path = location.pathname): string {
  return /^\/espace\/(?!-(?:\/|$))([^/]+)/.exec(path)?.[1] ?? '';
}

/** Where a signed-out person goes to come back here. */
export function signInAddress(): string {
  return `/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`;
}

/** Replaced by tests: leaving the page is not something they can do. */
export const browser = { go: (address: string) => location.assign(address) };

function cookie(name: string) {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return found && decodeURIComponent(found.slice(name.length + 1));
}

export function apiHeaders(hub = false): Headers {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLanguage() });
  const token = cookie('XSRF-TOKEN');
  if (token) headers.set('X-XSRF-TOKEN', token);
  const space = spaceSlug();
  if (space && !hub) headers.set('__tenant', space);
  return headers;
}

export function apiAddress(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('json')) return { status: response.status };
  const body = (await response.json().catch(() => ({}))) as Partial<Problem>;
  return { ...body, status: response.status };
}

/** Sends and hands over the answer; every refusal is an `ApiError`, and a lost session leads to the sign-in page. */
export async function send(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers = apiHeaders(options.hub);
  let body: BodyInit | undefined;
  if (options.body instanceof FormData) body = options.body;
  else if (options.body !== undefined) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(options.body);
  }
  let response: Response;
  try {
    response = await fetch(apiAddress(path, options.query), {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { body }),
      ...(options.signal && { signal: options.signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError({ status: 0 });
  }
  if (response.ok) return response;
  if (response.status === 401) browser.go(signInAddress());
  throw new ApiError(await problemOf(response));
}

async function json<T>(method: string, path: string, options?: Options): Promise<T> {
  const response = await send(method, path, options);
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** The API of the hub. `T` is the type of the answer, from the contracts of the module. */
export const http = {
  get: <T>(path: Address, query?: Query, options?: Options) => json<T>('GET', path, { ...options, ...(query && { query }) }),
  post: <T = undefined>(path: Address, body: unknown = {}, options?: Options) => json<T>('POST', path, { ...options, body }),
  put: <T = undefined>(path: Address, body: unknown, options?: Options) => json<T>('PUT', path, { ...options, body }),
  delete: (path: Address, query?: Query, options?: Options) => json<undefined>('DELETE', path, { ...options, ...(query && { query }) }),
};
