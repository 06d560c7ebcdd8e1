import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defineComponent, h, shallowRef } from 'vue';
import { actAs, eventually, refusal, serveApi, show, type Call } from '@/framework/testing';
import { toasts } from '@/ui/toasts';
import type { Content } from './api';
import CategoriesDialog from './components/CategoriesDialog.vue';
import CategoryPicker from './components/CategoryPicker.vue';

const named = [
  { id: 'c1', name: 'Fêtes', slug: 'fetes', path: '/actualites/categorie/fetes', postCount: 12 },
  { id: 'c2', name: 'Jardin', slug: 'jardin', path: '/actualites/categorie/jardin', postCount: 1 },
];
let page: VueWrapper;
let calls: Call[];
let answers: Record<string, (call: Call) => unknown>;
/** The answers of the saves are given by hand, one after the other. */
let waiting: ((refused?: Response) => void)[];

const post = (categoryIds: readonly string[]) => ({ id: 'p1', categories: named.filter(({ id }) => categoryIds.includes(id)) }) as unknown as Content;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const sent = (method: string, path: string) => calls.filter((call) => call.method === method && call.path.endsWith(path)).map((call) => call.body);

beforeEach(() => {
  actAs('Sites.Posts', 'Sites.Posts.Edit', 'Sites.Posts.Publish');
  waiting = [];
  answers = {
    'GET /api/sites/category': () => ({ items: named }),
    'POST /api/sites/post/p1/set-categories': ({ body }) =>
      new Promise((resolve) => waiting.push((refused) => resolve(refused ?? post((body as { categoryIds: string[] }).categoryIds)))),
    'DELETE /api/sites/category/c1': () => ({}),
    'POST /api/sites/category/c1/merge': () => named[1],
  };
  calls = serveApi(answers);
});
afterEach(() => page.unmount());

describe('The categories of a post', () => {
  const boxes = () => page.findAll<HTMLInputElement>('input[type=checkbox]');
  const ticked = () => boxes().map((box) => box.element.checked);
  const answer = async (refused?: Response) => {
    await eventually(() => expect(waiting).not.toHaveLength(0));
    waiting.shift()!(refused);
    await flushPromises();
  };
  beforeEach(async () => {
    const content = shallowRef(post([]));
    const Editor = defineComponent(() => () => h(CategoryPicker, { content: content.value, editable: true, onChanged: (next: Content) => (content.value = next) }));
    ({ page } = await show(Editor));
    await eventually(() => expect(boxes()).toHaveLength(2));
  });

  it('are all kept when they are ticked in one breath', async () => {
    for (const box of boxes()) await box.setValue(true);
    await answer();
    expect(ticked()).toEqual([true, true]);
    await answer();
    expect(sent('POST', '/set-categories')).toEqual([{ categoryIds: ['c1'] }, { categoryIds: ['c1', 'c2'] }]);
    expect(ticked()).toEqual([true, true]);
  });

  it('are unticked again when the hub refuses them, and it is said', async () => {
    await boxes()[0]!.setValue(true);
    await answer(refusal(500, 'x', 'Le serveur est fatigué.'));
    await eventually(() => expect(ticked()).toEqual([false, false]));
    expect(toasts.at(-1)!.text).toContain('fatigué');
  });

  it('say the whole once more when one was refused and another waits', async () => {
    for (const box of boxes()) await box.setValue(true);
    await answer(refusal(500, 'x', 'Le serveur est fatigué.'));
    await answer();
    expect(ticked()).toEqual([true, true]);
  });
});

describe('The list of categories', () => {
  const press = async (name: string) => {
    await page.findAll('button').filter((button) => button.text() === name).at(-1)!.trigger('click');
    await flushPromises();
  };
  const question = () => plain(page.findAll('dialog').at(-1)!.text());
  beforeEach(async () => {
    const Both = defineComponent(() => () => h('div', h(CategoriesDialog)));
    ({ page } = await show(Both));
    await eventually(() => expect(page.text()).toContain('Fêtes'));
    await page.findAll('button').find((button) => button.text().startsWith('Fêtes'))!.trigger('click');
  });

  it('asks before one is deleted, and says how many posts it has', async () => {
    await press('Supprimer la catégorie (les actualités restent)');
    expect(question()).toContain('Supprimer la catégorie « Fêtes » ?');
    expect(question()).toContain('Ses 12 actualités restent');
    await press('Annuler');
    expect(sent('DELETE', '/c1')).toEqual([]);
    await press('Supprimer la catégorie (les actualités restent)');
    await press('Supprimer la catégorie');
    expect(sent('DELETE', '/c1')).toHaveLength(1);
  });

  it('asks before two become one for good', async () => {
    await page.find('select').setValue('c2');
    await page.findAll('form').at(-1)!.trigger('submit');
    expect(question()).toContain('Réunir « Fêtes » avec « Jardin » ?');
    expect(sent('POST', '/merge')).toEqual([]);
    await press('Réunir les deux');
    expect(sent('POST', '/merge')).toEqual([{ intoId: 'c2' }]);
  });
});
