import { flushPromises, mount } from '@vue/test-utils';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { actAs, eventually, serveApi } from '@/framework/testing';
import EventPage from './pages/EventPage.vue';

const event = {
  id: 'e1', title: 'Fête', path: '/agenda/fete', when: 'samedi', nextDay: '2026-06-06', placeName: null, placeAddress: null, remoteUrl: null, category: null, image: null, imageAlt: null, markdown: 'Venez', isPublished: true,
  isCancelled: false, isRecurring: false, hasRegistration: false, seats: null, maxPersons: 4, retentionDays: 30, times: { startDay: '2026-06-06', endDay: '2026-06-06', startTime: '19:00:00', endTime: '21:00:00' }, recurrence: null,
  cancellationReason: null, wasPublished: true, concurrencyStamp: '1',
};
let stored: typeof event;
const leaving = vi.fn(() => true);

beforeEach(() => {
  localStorage.clear();
  stored = event;
  actAs('Sites.Events', 'Sites.Events.Edit', 'Sites.Events.Publish');
  leaving.mockClear();
  vi.stubGlobal('confirm', leaving);
});

async function open(id = 'e1') {
  const calls = serveApi({
    'GET /api/sites/event/e1': () => stored,
    'POST /api/sites/event/e1/unpublish': () => (stored = { ...stored, isPublished: false, concurrencyStamp: '2' }),
    'PUT /api/sites/event/e1': (call) => (stored = { ...stored, ...(call.body as object), concurrencyStamp: '3' }),
    'DELETE /api/sites/event/e1': () => new Response(null, { status: 204 }),
    'GET /api/sites/event/categories': () => ({ items: [] }),
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/agenda/:id', component: EventPage, props: true }, { path: '/:rest(.*)*', component: { render: () => null } }] });
  await router.push(`/agenda/${id}`);
  const page = mount(RouterView, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await eventually(() => expect(page.find('form input').exists()).toBe(true));
  await flushPromises();
  const press = async (name: string) => {
    await page.findAll('button').find((button) => button.text() === name)!.trigger('click');
    await flushPromises();
  };
  return { calls, page, router, press, title: () => page.find<HTMLInputElement>('form input') };
}

it('what is being written about an event stays when it is taken off the site, and is saved on the new state', async () => {
  const { calls, page, press, title } = await open();
  await title().setValue('Grande fête');
  await press('Retirer du site');
  expect(page.text()).toContain('Brouillon');
  expect(title().element.value).toBe('Grande fête');
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({ title: 'Grande fête', concurrencyStamp: '2' });
  page.unmount();
});

it('an event that was written and not saved is offered back, and leaving it is asked about', async () => {
  const first = await open();
  await first.title().setValue('Grande fête');
  leaving.mockReturnValueOnce(false);
  await first.router.push('/ailleurs');
  expect(leaving).toHaveBeenCalledOnce();
  expect(first.router.currentRoute.value.path).toBe('/agenda/e1');
  // The browser is closed.
  first.page.unmount();

  const again = await open();
  await again.press('Le reprendre');
  expect(again.title().element.value).toBe('Grande fête');
  await again.page.find('form').trigger('submit');
  await flushPromises();
  expect(Object.keys(localStorage).filter((key) => key.startsWith('draft'))).toEqual([]);
  again.page.unmount();
});

it('an event that nobody changed is left without a question', async () => {
  const { page, router } = await open();
  await router.push('/ailleurs');
  expect(leaving).not.toHaveBeenCalled();
  expect(router.currentRoute.value.path).toBe('/ailleurs');
  page.unmount();
});

it('what somebody else saved since is said before a kept event takes its place', async () => {
  const first = await open();
  await first.title().setValue('Grande fête');
  first.page.unmount();
  stored = { ...event, title: 'Fête des voisins', concurrencyStamp: '7' };

  const again = await open();
  expect(again.page.text()).toContain('quelqu’un a enregistré autre chose');
  await again.press('Le reprendre');
  await again.page.find('form').trigger('submit');
  await flushPromises();
  expect(again.calls.find((call) => call.method === 'PUT')?.body).toMatchObject({ title: 'Grande fête', concurrencyStamp: '7' });
  again.page.unmount();
});

it('a draft is deleted for good only after a question', async () => {
  stored = { ...event, isPublished: false, wasPublished: false };
  const { calls, page, router, press } = await open();
  await press('Supprimer');
  expect(calls.some((call) => call.method === 'DELETE')).toBe(false);
  expect(page.find('dialog[open]').text()).toContain('effacé pour de bon');
  await page.findAll('dialog[open] button').find((button) => button.text() === 'Supprimer')!.trigger('click');
  await eventually(() => expect(router.currentRoute.value.path).toMatch(/site\/agenda$/));
  expect(calls.some((call) => call.method === 'DELETE')).toBe(true);
  page.unmount();
});
