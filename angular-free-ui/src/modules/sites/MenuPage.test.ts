import { VueQueryPlugin } from '@tanstack/vue-query';
import { mount, type VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { eventually } from '@/framework/testing';
import { useSessionOf } from '@/framework/session';
import { toasts } from '@/ui/toasts';
import MenuPage from './pages/MenuPage.vue';

const entry = (name: string, children: unknown[] = []) => ({ target: `page:${name}`, title: null, label: name, isOnline: true, children });
let wrapper: VueWrapper;
let saves: { items: { target: string; children: { target: string }[] }[]; concurrencyStamp: string }[];
const json = (body: unknown) => Promise.resolve(new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } }));
const saved = () => saves.map((save) => save.items.map((item) => item.target.slice(5) + (item.children.length > 0 ? `(${item.children.map((child) => child.target.slice(5)).join(' ')})` : '')).join(' '));

beforeEach(async () => {
  saves = [];
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    const path = new URL(input, location.href).pathname;
    const of = (id: string, title: string) => ({ id, title, path: `/${id}`, isPublished: true });
    if (path === '/api/sites/page') return json({ items: [of('Contact', 'Contact'), of('Agir', 'Agir')] });
    if (path === '/api/sites/post') return json({ items: input.includes('quai') ? [of('60', 'Fête du quai')] : [of('1', 'Nouvelle')], totalCount: 61 });
    if (path === '/api/sites/post/60') return json(of('60', 'Fête du quai'));
    if (path !== '/api/sites/menu') return json({ items: [], totalCount: 0 });
    if (init?.method !== 'PUT') return json({ items: [entry('Accueil'), entry('Agir'), entry('Contact')], concurrencyStamp: 's0' });
    const body = JSON.parse(init.body as string) as (typeof saves)[number];
    saves.push(body);
    const named = (items: { target: string; children?: unknown }[]): unknown[] => items.map((item) => ({ ...entry(item.target.slice(5)), children: named((item.children ?? []) as never) }));
    return json({ items: named(body.items), concurrencyStamp: `s${saves.length}` });
  });
  useSessionOf({
    user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' },
    memberships: [],
    currentSpace: null,
    grantedPermissions: ['Sites.Pages', 'Sites.Pages.Publish'],
    hubRoles: [],
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: MenuPage }] });
  await router.push('/');
  wrapper = mount({ template: '<RouterView />' }, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await eventually(() => expect(wrapper.findAll('[data-entry]')).toHaveLength(3));
});
afterEach(() => wrapper.unmount());
const plain = (text?: string | null) => text?.replaceAll('\u00a0', ' ');
const button = (name: string) => wrapper.findAll('button').find((one) => plain(one.attributes('aria-label')) === name)!;

describe('The menu of the site', () => {
  it('is arranged by keyboard, each change on the stamp of the one before', async () => {
    await button('Monter : Contact').trigger('keydown', { key: 'ArrowRight', altKey: true });
    await eventually(() => expect(saved()).toEqual(['Accueil Agir(Contact)']));
    await button('Monter : Contact').trigger('keydown', { key: 'ArrowLeft', altKey: true });
    await button('Monter : Contact').trigger('keydown', { key: 'ArrowUp', altKey: true });
    await eventually(() => expect(saved().at(-1)).toBe('Accueil Contact Agir'));
    expect(saves.map((save) => save.concurrencyStamp)).toEqual(['s0', 's1', 's2']);
  });

  it('keeps the focus on the entry that moves', async () => {
    button('Monter : Contact').element.focus();
    await button('Monter : Contact').trigger('click');
    await eventually(() => expect(plain(document.activeElement?.getAttribute('aria-label'))).toBe('Monter : Contact'));
  });

  it('leads to any post of the site, found by its words, and to nothing twice', async () => {
    const texts = () => wrapper.findAll('dialog .suggestions li').map((choice) => choice.text().split(' /')[0]);
    const press = (name: string) => wrapper.findAll('button').find((one) => one.text() === name)!.trigger('click');
    await press('Ajouter au menu');
    const field = wrapper.get('dialog[open] input');
    await field.trigger('focusin');
    await eventually(() => expect(texts()).toEqual(['Nouvelle']));
    await field.setValue('quai');
    await eventually(() => expect(texts()).toEqual(['Fête du quai']));
    await press('Ajouter');
    expect(saves).toHaveLength(0);
    await wrapper.get('dialog .suggestions button').trigger('click');
    await press('Ajouter');
    await eventually(() => expect(saves.at(-1)?.items.at(-1)).toMatchObject({ target: 'post:60', title: null }));
    expect(toasts.at(-1)?.tone).not.toBe('error');
  });

  it('gives back what was removed', async () => {
    await button('Retirer du menu : Agir').trigger('click');
    await eventually(() => expect(saved()).toEqual(['Accueil Contact']));
    toasts.at(-1)!.action!.run();
    await eventually(() => expect(saved().at(-1)).toBe('Accueil Agir Contact'));
  });
});
