/**
 * Answers the API from memory, to look at screens without a hub: `npm run dev:mocked`. Each module's answers are in
 * its own file; a path that nobody answers is a 404, as on the hub.
 */
export type Reply = (request: { path: string; query: URLSearchParams; body: Record<string, unknown>; match: RegExpExecArray }) => unknown;
export type Answers = Record<string, Reply>;

const files = import.meta.glob<Answers>('./*.mock.ts', { eager: true, import: 'default' });
const answers = Object.values(files).flatMap((one) => Object.entries(one));

export function startMocks() {
  const realFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (!url.pathname.startsWith('/api/')) return realFetch(input, init);
    const method = init?.method ?? 'GET';
    await new Promise((resolve) => setTimeout(resolve, 30));
    for (const [pattern, reply] of answers) {
      const [verb, path] = pattern.split(' ');
      const match = verb === method ? new RegExp(`^${(path ?? '').replaceAll('*', '([^/]+)')}$`).exec(url.pathname) : null;
      if (!match) continue;
      const body = typeof init?.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
      const result = reply({ path: url.pathname, query: url.searchParams, body, match });
      if (result instanceof Response) return result;
      return new Response(result === undefined ? null : JSON.stringify(result), { status: result === undefined ? 204 : 200, headers: { 'content-type': 'application/json' } });
    }
    return new Response(JSON.stringify({ status: 404 }), { status: 404, headers: { 'content-type': 'application/problem+json' } });
  };
}
