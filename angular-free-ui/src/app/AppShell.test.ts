import { enableAutoUnmount, flushPromises, mount } from '@vue/test-utils';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import App from '@/App.vue';
import { browser } from '@/framework/api/http';
import { forgetSession } from '@/framework/session';
import { eventually, serveApi } from '@/framework/testing';
import { router } from './router';

const space = { tenantId: 't1', slug: 'jardins-de-vaise', name: 'Les Jardins partagés de Vaise', roles: ['member'] };
const session = (grantedPermissions: string[], over: object = {}) => ({
  user: { id: 'u1', name: 'Léa Bonnet', email: 'lea@example.org', emailConfirmed: true, language: 'fr' },
  memberships: [space],
  currentSpace: space,
  grantedPermissions,
  hubRoles: [],
  ...over,
});
const steps = [
  { name: 'sites.home-page-published', title: 'Mettez votre page d’accueil en ligne', done: true, link: 'site', lessonLink: null, order: 10 },
  { name: 'mailing.imported', title: 'Importez votre carnet', done: false, link: 'carnet/importer', lessonLink: '/formations/importer', order: 20 },
];

async function open(path: string, answer: unknown) {
  forgetSession();
  history.replaceState(null, '', `/espace${path}`);
  serveApi({ 'GET /api/associations/session': () => answer, 'GET /api/associations/first-step': () => ({ items: steps }) });
  await router.push(path);
  const page = mount(App, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await flushPromises();
  await eventually(() => expect(page.find('h1').exists()).toBe(true));
  return page;
}

// Several shells on one router would follow one another for ever.
enableAutoUnmount(afterEach);
beforeEach(() => forgetSession());

test('the tabs are those that the person may open', async () => {
  const page = await open('/jardins-de-vaise/', session(['Mailing.Campaigns']));
  const tabs = page.find('.tabs').findAll('a').map((tab) => tab.text());
  expect(tabs).toEqual(['Accueil', 'Lettres']);
});

test('a page without the permission says which door to knock at', async () => {
  const page = await open('/jardins-de-vaise/carnet', session([]));
  expect(page.find('h1').text()).toBe('Cette page est réservée');
  expect(page.text()).toContain('Demandez à une personne qui administre l’espace');
});

test('the home shows the next step first, and what is done as done', async () => {
  const page = await open('/jardins-de-vaise/', session(['Mailing.Contacts.Import', 'Mailing.Contacts']));
  await eventually(() => expect(page.find('.next h2').text()).toBe('Importez votre carnet'));
  expect(page.find('.next a').attributes('href')).toBe('/espace/jardins-de-vaise/carnet/importer');
  expect(page.findAll('.steps li')[0]?.text()).toContain('fait');
});

test('who has one space only goes straight into it', async () => {
  const page = await open('/', session(['Associations.Space']));
  await eventually(() => expect(page.find('h1').text()).toBe('Bonjour Léa'));
  expect(router.currentRoute.value.path).toBe('/jardins-de-vaise/');
});

test('somebody who is no member is told so, and leads nowhere else', async () => {
  const page = await open('/autre-espace/', session([], { currentSpace: null }));
  expect(page.text()).toContain('Vous n’êtes pas membre de l’espace');
});

test('nobody signed in goes to the sign-in page and comes back', async () => {
  const go = vi.spyOn(browser, 'go').mockImplementation(() => undefined);
  history.replaceState(null, '', '/espace/jardins-de-vaise/lettres');
  serveApi({ 'GET /api/associations/session': () => session([], { user: null }) });
  await router.push('/jardins-de-vaise/lettres').catch(() => undefined);
  expect(go).toHaveBeenCalledWith('/connexion?retour=%2Fespace%2Fjardins-de-vaise%2Flettres');
});
