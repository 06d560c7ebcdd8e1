import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHistory, createRouter, RouterView, type Router } from 'vue-router';
import { actAs, eventually, serveApi } from '@/framework/testing';
import FormAnswersPage from './pages/FormAnswersPage.vue';

const answer = (id: string) => ({ id, formId: 'f1', receivedTime: '2026-06-01T10:00:00', email: null, isDone: false, answers: [{ label: 'Message', value: `Bonjour ${id}` }] });
let page: VueWrapper;
let router: Router;

beforeEach(() => actAs('Sites.Forms', 'Sites.Forms.Submissions'));
afterEach(() => page.unmount());

async function open(hash: string, items = [answer('b'), answer('c')]) {
  serveApi({
    'GET /api/sites/form/f1': () => ({ name: 'Nous écrire' }),
    'GET /api/sites/form-submission': () => ({ items, totalCount: 120 }),
    'GET /api/sites/form-submission/a': () => answer('a'),
    'GET /api/sites/form-submission/c': () => answer('c'),
    'DELETE /api/sites/form-submission/a': () => new Response(null, { status: 204 }),
  });
  router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: FormAnswersPage, props: { id: 'f1' } }, { path: '/:rest(.*)*', component: { render: () => null } }] });
  await router.push(`/${hash}`);
  page = mount(RouterView, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await eventually(() => expect(page.find('article').exists()).toBe(true));
  await flushPromises();
}
const shown = () => page.findAll('article').map((article) => article.attributes('id'));
const press = async (name: string) => {
  await page.findAll('button').filter((button) => button.text() === name)[0]!.trigger('click');
  await flushPromises();
};

describe('The answer that an e-mail leads to', () => {
  it('comes first and has the focus, wherever it is in the list', async () => {
    await open('#r-a');
    await eventually(() => expect(shown()).toEqual(['r-a', 'r-b', 'r-c']));
    expect(document.activeElement?.id).toBe('r-a');
  });

  it('stands there once', async () => {
    await open('#r-c');
    await eventually(() => expect(shown()).toEqual(['r-c', 'r-b']));
    expect(document.activeElement?.id).toBe('r-c');
  });

  it('is said to be gone when it is', async () => {
    await open('#r-x');
    await eventually(() => expect(page.text()).toContain('n’est plus là'));
    expect(shown()).toEqual(['r-b', 'r-c']);
  });

  it('goes when it is deleted', async () => {
    await open('#r-a');
    await eventually(() => expect(shown()).toContain('r-a'));
    await press('Supprimer');
    await page.findAll('dialog[open] button').find((button) => button.text() === 'Supprimer')!.trigger('click');
    await eventually(() => expect(shown()).toEqual(['r-b', 'r-c']));
    expect(page.text()).not.toContain('n’est plus là');
  });
});
