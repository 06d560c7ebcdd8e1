import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FindTargets } from '@/framework/references';
import { refusal, serveApi, type Call } from '@/framework/testing';

const row = (kind: string, index: number, title = `${kind} ${index}`) => ({ id: `${kind}${index}`, title, path: `/${kind}-${index}`, when: 'samedi', isPublished: true });
const first = (kind: string) => Array.from({ length: 50 }, (_, index) => row(kind, index));
const old = row('post', 60, 'Fête du quai');
let calls: Call[];
let links: { findLinks: FindTargets; onlineLinks: FindTargets };
let answers: Record<string, (call: Call) => unknown>;
const findLinks: FindTargets = (query) => links.findLinks(query);

beforeEach(async () => {
  answers = {
    'GET /api/sites/page': () => ({ items: [row('page', 1, 'Contact')] }),
    'GET /api/sites/post': ({ query }) => ({ items: query.get('filter') === 'fete' ? [old] : first('post'), totalCount: 61 }),
    'GET /api/sites/post/post60': () => old,
    'GET /api/sites/event': ({ query }) => ({ items: query.has('filter') ? [] : first('event'), totalCount: 60 }),
    'GET /api/sites/event/event70': () => row('event', 70, 'Loto de mars'),
  };
  calls = serveApi(answers);
  // What one test asked is not remembered in the next.
  vi.resetModules();
  (await import('@/framework/testing')).actAs('Sites.Posts', 'Sites.Events');
  links = await import('./links');
});

describe('A link', () => {
  it('leads to a post that the first page of the list does not have', async () => {
    expect(await findLinks('fete')).toMatchObject([{ address: 'post:post60', title: 'Fête du quai', detail: '/post-60' }]);
  });

  it('to an old post, an event that is over, or a place in a page is shown by its title', async () => {
    expect(await findLinks('post:post60')).toMatchObject([{ address: 'post:post60', title: 'Fête du quai' }]);
    expect(await findLinks('event:event70')).toMatchObject([{ title: 'Loto de mars' }]);
    expect(await findLinks('page:page1#horaires')).toMatchObject([{ address: 'page:page1#horaires', title: 'Contact' }]);
    expect(calls.map((call) => call.path)).toEqual(['/api/sites/post/post60', '/api/sites/event/event70', '/api/sites/page']);
  });

  it('to what is gone has no title, and the same question is not asked twice at once', async () => {
    expect(await findLinks('post:gone')).toEqual([]);
    await Promise.all([findLinks('fete'), findLinks('fete')]);
    expect(calls.filter((call) => call.query.get('filter') === 'fete' && call.path.endsWith('/post'))).toHaveLength(1);
  });

  it('is offered what else there is when one list fails, and who needs the list is told', async () => {
    const list = answers['GET /api/sites/post']!;
    answers['GET /api/sites/post'] = () => refusal(500, 'x', 'Le serveur est fatigué.');
    expect(await findLinks('contact')).toMatchObject([{ title: 'Contact' }]);
    await expect(links.onlineLinks('')).rejects.toThrow();
    answers['GET /api/sites/post'] = list;
    expect(await links.onlineLinks('')).toHaveLength(51);
    expect(await links.onlineLinks('fete')).toMatchObject([{ address: 'post:post60' }]);
  });
});
