import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { eventually } from '@/framework/testing';
import { useSessionOf } from '@/framework/session';
import { toasts } from '@/ui/toasts';
import StatisticsPage from './pages/StatisticsPage.vue';

const statistics = {
  thisWeek: 312,
  weekBefore: 272,
  points: [
    { day: '2026-11-23', visits: 0 },
    { day: '2026-11-24', visits: 12 },
    { day: '2026-11-25', visits: 30 },
  ],
  pages: [{ key: '/', title: 'Accueil', visits: 42 }],
  referrers: [],
  missing: [{ path: '/ancienne', visits: 6, proposedTarget: 'page:c', proposedTitle: 'Contact' }],
};
let answer = statistics;
let asked: string[];

beforeEach(() => {
  answer = statistics;
  asked = [];
  vi.stubGlobal('fetch', (input: string) => {
    asked.push(new URL(input, location.href).search);
    return Promise.resolve(new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/json' } }));
  });
  useSessionOf({
    user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' },
    memberships: [],
    currentSpace: null,
    grantedPermissions: ['Sites.Statistics'],
    hubRoles: [],
  });
});

async function open() {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: StatisticsPage }] });
  await router.push('/');
  const wrapper = mount({ template: '<RouterView />' }, { global: { plugins: [router] } });
  await flushPromises();
  return wrapper;
}

it('says in words first how much the site is read, then shows it as a picture and as a table', async () => {
  const wrapper = await open();
  expect(wrapper.get('.words').text()).toBe('312 visites de pages cette semaine, 40 de plus que la précédente.');
  expect(wrapper.findAll('svg[role=img] rect')).toHaveLength(3);
  expect(wrapper.get('svg[role=img]').attributes('aria-label')).toContain('42');
  expect(wrapper.findAll('details tbody tr').map((row) => row.text())).toEqual(['25 nov.30', '24 nov.12', '23 nov.0']);
  expect(wrapper.text()).toContain('/ancienne');
});

it('shows the months when they are asked for', async () => {
  const wrapper = await open();
  const rows = () => wrapper.findAll('details tbody tr').map((row) => row.text());
  answer = { ...statistics, points: [{ day: '2026-10-01', visits: 12 }, { day: '2026-11-01', visits: 30 }] };
  await wrapper.findAll('button').find((button) => button.text() === '12 mois')?.trigger('click');
  // Until they come, the days stay days.
  expect(rows()[0]).toBe('25 nov.30');
  await flushPromises();
  expect(asked).toEqual(['?period=Days', '?period=Months']);
  expect(rows()).toEqual(['novembre 202630', 'octobre 202612']);
});

it('teaches what it is for while nothing was read', async () => {
  answer = { ...statistics, thisWeek: 0, weekBefore: 0, points: [{ day: '2026-11-25', visits: 0 }] };
  expect((await open()).text()).toContain('Pas encore de visite comptée');
});

it('sends readers of a missing address to the proposed page with one press, and takes it back', async () => {
  useSessionOf({
    user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' },
    memberships: [],
    currentSpace: null,
    grantedPermissions: ['Sites.Statistics', 'Sites.Pages.Publish'],
    hubRoles: [],
  });
  const sent: unknown[] = [];
  const plain = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    if (!new URL(input, location.href).pathname.includes('former-address')) return plain(input, init);
    sent.push(init?.method === 'DELETE' ? input.split('/').at(-1) : JSON.parse(init?.body as string));
    return Promise.resolve(new Response(JSON.stringify({ id: 'f' }), { headers: { 'content-type': 'application/json' } }));
  });
  const wrapper = await open();
  await wrapper.findAll('button').find((button) => button.text() === 'Envoyer vers «\u00a0Contact\u00a0»')?.trigger('click');
  await flushPromises();
  expect(sent).toEqual([{ path: '/ancienne', target: 'page:c' }]);
  toasts.at(-1)?.action?.run();
  await flushPromises();
  expect(sent[1]).toBe('f');
});

it('offers only what readers can see for a missing address', async () => {
  useSessionOf({ user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' }, memberships: [], currentSpace: null, grantedPermissions: ['Sites.Statistics', 'Sites.Pages.Publish'], hubRoles: [] });
  const plain = globalThis.fetch;
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    const path = new URL(input, location.href).pathname;
    if (path !== '/api/sites/page' && path !== '/api/sites/post') return plain(input, init);
    asked.push(path + new URL(input, location.href).search);
    const items = path.endsWith('page') ? [{ id: 'c', title: 'Contact', path: '/contact', isPublished: true }, { id: 'd', title: 'Brouillon', path: '/brouillon', isPublished: false }] : [];
    return Promise.resolve(new Response(JSON.stringify({ items, totalCount: items.length }), { headers: { 'content-type': 'application/json' } }));
  });
  const wrapper = await open();
  await wrapper.findAll('button').find((button) => button.text().startsWith('Une autre page'))?.trigger('click');
  await flushPromises();
  expect(wrapper.findAll('dialog li').map((choice) => choice.get('b').text())).toEqual(['Contact']);
  await wrapper.get('dialog input').setValue('fête');
  await eventually(() => expect(asked.at(-1)).toContain(`filter=${encodeURIComponent('fête')}`));
  await eventually(() => expect(wrapper.get('dialog').text()).toContain('Rien en ligne ne porte ce nom.'));
});
