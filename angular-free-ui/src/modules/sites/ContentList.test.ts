import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actAs, eventually, serveApi, show, type Call } from '@/framework/testing';
import ContentList from './components/ContentList.vue';

const post = (title: string) => ({ id: title, title, path: `/actualites/${title}`, isPublished: true, hasChanges: false, lastSavedTime: '2026-06-01T10:00:00Z', categories: [] });
const latest = Array.from({ length: 50 }, (_, index) => post(`Nouvelle ${index}`));
let page: VueWrapper;
let calls: Call[];

beforeEach(async () => {
  actAs('Sites.Posts', 'Sites.Posts.Edit');
  calls = serveApi({
    'GET /api/sites/site': () => ({ url: 'http://jardins.localhost:5000' }),
    'GET /api/sites/post': ({ query }) => {
      const filter = query.get('filter');
      if (filter === null) return { items: latest, totalCount: 60 };
      return filter === 'quai' ? { items: [post('Fête du quai')], totalCount: 1 } : { items: [], totalCount: 0 };
    },
  });
  ({ page } = await show(ContentList, { kind: 'post' }));
  await eventually(() => expect(page.text()).toContain('60 actualités'));
});
afterEach(() => page.unmount());

describe('The list of posts', () => {
  it('finds a post that it has not read yet, once the typing pauses', async () => {
    const field = page.find('input[type=search]');
    for (const text of ['q', 'qu', 'quai']) await field.setValue(text);
    await eventually(() => expect(page.text()).toContain('Fête du quai'));
    expect(page.find('[role=status]').text()).toBe('1 actualité');
    expect(calls.flatMap((call) => call.query.get('filter') ?? [])).toEqual(['quai']);
  });

  it('keeps the field when nothing is found', async () => {
    await page.find('input[type=search]').setValue('piscine');
    await eventually(() => expect(page.find('[role=status]').text()).toBe('0 actualité'));
    expect(page.find('input[type=search]').exists()).toBe(true);
    expect(page.text()).not.toContain('Aucune actualité encore');
    await page.find('input[type=search]').setValue('');
    await eventually(() => expect(page.text()).toContain('60 actualités'));
  });
});
