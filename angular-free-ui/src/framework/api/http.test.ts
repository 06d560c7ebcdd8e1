import { beforeEach, expect, test, vi } from 'vitest';
import { apiAddress, browser, http, send, signInAddress, spaceSlug } from './http';
import { ApiError, fieldErrors, messageOf } from './problem';

const answer = (status: number, body?: unknown, type = 'application/problem+json') =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': type } });

let calls: Request[] = [];
function serve(reply: () => Response) {
  calls = [];
  vi.stubGlobal('fetch', (input: string, init: RequestInit) => {
    calls.push(new Request(new URL(input, location.href), init));
    return Promise.resolve(reply());
  });
}

beforeEach(() => history.replaceState(null, '', '/espace/jardins-de-vaise/carnet?q=l%C3%A9a'));

test('a call carries the space of the address, the language and the antiforgery token', async () => {
  document.cookie = 'XSRF-TOKEN=abc';
  serve(() => answer(200, { ok: true }, 'application/json'));
  await http.post('/api/mailing/contact', { email: 'a@b.fr' });
  expect(calls[0]?.headers.get('__tenant')).toBe('jardins-de-vaise');
  expect(calls[0]?.headers.get('X-XSRF-TOKEN')).toBe('abc');
  expect(calls[0]?.headers.get('Accept-Language')).toBe('fr');
});

test('a call to the hub names no space', async () => {
  serve(() => answer(200, [], 'application/json'));
  await http.get('/api/library/guide-curation', {}, { hub: true });
  expect(calls[0]?.headers.has('__tenant')).toBe(false);
});

test('empty values stay out of the address', () => {
  expect(apiAddress('/api/x', { filter: '', state: null, cursor: undefined, take: 50 })).toBe('/api/x?take=50');
});

test('a lost session leads to the sign-in page and back', async () => {
  const go = vi.spyOn(browser, 'go').mockImplementation(() => undefined);
  serve(() => answer(401));
  await expect(send('GET', '/api/x')).rejects.toThrow(ApiError);
  expect(go).toHaveBeenCalledWith(signInAddress());
  expect(signInAddress()).toBe('/connexion?retour=%2Fespace%2Fjardins-de-vaise%2Fcarnet%3Fq%3Dl%25C3%25A9a');
});

test('a refusal keeps its worded code, its sentence and its field errors', async () => {
  serve(() => answer(400, { code: 'Mailing:EmailInvalid', detail: 'Cette adresse n’est pas complète.', errors: { Email: ['Écrivez une adresse complète.'] } }));
  const error: unknown = await http.post('/api/mailing/contact').catch((e: unknown) => e);
  expect((error as ApiError).code).toBe('Mailing:EmailInvalid');
  expect(fieldErrors(error)).toEqual({ email: 'Écrivez une adresse complète.' });
  expect(messageOf(error)).toBe('Écrivez une adresse complète.');
});

test('no answer says that nothing was lost', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  const error: unknown = await http.get('/api/mailing/contact').catch((e: unknown) => e);
  expect((error as ApiError).status).toBe(0);
  expect(messageOf(error)).toContain('gardé');
});

test('an error without a code is told in our own words', () => {
  expect(messageOf(new ApiError({ status: 500, title: 'Internal Server Error' }))).not.toContain('Internal');
  expect(messageOf(new Error('boom'))).not.toContain('boom');
});

test('the space is the first part of the address', () => {
  expect(spaceSlug('/espace/jardins/site/pages')).toBe('jardins');
  expect(spaceSlug('/espace/')).toBe('');
  expect(spaceSlug('/espace/-/relecture')).toBe('');
});
