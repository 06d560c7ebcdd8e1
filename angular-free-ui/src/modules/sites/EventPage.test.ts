import { flushPromises, mount } from '@vue/test-utils';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { beforeEach, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { actAs, eventually, refusal, serveApi } from '@/framework/testing';
import EventPage from './pages/EventPage.vue';

const event = {
  id: 'e1', title: 'Fête', path: '/agenda/fete', when: 'samedi', nextDay: '2026-06-06', placeName: null, placeAddress: null, remoteUrl: null, category: null, image: null, imageAlt: null, imageIsDecorative: false, markdown: 'Venez', isPublished: true,
  isCancelled: false, isRecurring: false, hasRegistration: false, seats: null, maxPersons: 4, retentionDays: 30, times: { startDay: '2026-06-06', endDay: '2026-06-06', startTime: '19:00:00', endTime: '21:00:00' }, recurrence: null,
  cancellationReason: null, wasPublished: true, concurrencyStamp: '1',
};
let stored: Omit<typeof event, 'image'> & { image: string | null };
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
    'GET /api/sites/event/e1/occurrences': () => ({ items: [{ day: stored.times.startDay, times: stored.times, when: event.when, change: null, reason: null, confirmed: 2, waiting: 1 }] }),
    'POST /api/sites/event/e1/publish': () => refusal(400, 'Sites:EventImageAltMissing', 'Décrivez l’image de l’événement.'),
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
  const field = (label: string) => page.find<HTMLInputElement>(`#${page.findAll('label').find((one) => one.text().startsWith(label))?.attributes('for') ?? 'none'}`);
  return { calls, page, router, press, field, title: () => page.find<HTMLInputElement>('form input') };
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

it('a picture that nobody described holds the event back, and the field is where one lands', async () => {
  stored = { ...event, isPublished: false, wasPublished: false, image: 'media:m1' };
  const { calls, page, press, field } = await open();
  expect(page.text()).toContain('décrivez l’image ou indiquez qu’elle est décorative');
  await press('Mettre en ligne');
  await eventually(() => expect(document.activeElement).toBe(field('Description de l’image').element));
  expect(field('Description de l’image').attributes('aria-invalid')).toBe('true');
  expect(field('Description de l’image').element.closest('.field')!.textContent).toContain('Décrivez l’image de l’événement.');

  await field('Image décorative').setValue(true);
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(calls.filter((call) => call.method === 'PUT').at(-1)?.body).toMatchObject({ image: 'media:m1', imageAlt: null, imageIsDecorative: true });
  page.unmount();
});

it('those who signed up are told of another place, unless one says that it was a slip of the pen', async () => {
  stored = { ...event, times: { ...event.times, startDay: '2096-06-06', endDay: '2096-06-06' } };
  const { calls, page, title, field } = await open();
  await title().setValue('Grande fête');
  expect(page.text()).not.toContain('personnes inscrites');
  await field('Lieu').setValue('Salle des fêtes');
  const label = 'Prévenir les 3 personnes inscrites de ce changement';
  await eventually(() => expect(page.text()).toContain(label));
  expect(field(label).element.checked).toBe(true);
  await field(label).setValue(false);
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({ placeName: 'Salle des fêtes', tellsMoves: false });
  expect(page.text()).not.toContain(label);
  page.unmount();
});

it('an end that is chosen and not given holds the event back, and the field is where one lands', async () => {
  const { calls, page, field } = await open();
  await field('Se répète').setValue('weekly');
  await field('Jusqu’à quand').setValue('count');
  await page.find('form').trigger('submit');
  await eventually(() => expect(document.activeElement).toBe(field('Combien de fois').element));
  expect(field('Combien de fois').element.closest('.field')!.textContent).toContain('Écrivez combien de fois');
  expect(calls.some((call) => call.method === 'PUT')).toBe(false);

  await field('Combien de fois').setValue('6');
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({ recurrence: { kind: 'Weekly', until: null, count: 6 } });
  page.unmount();
});

it('an event that people signed up for is taken off the site only after a question, and is better cancelled', async () => {
  stored = { ...event, times: { ...event.times, startDay: '2096-06-06', endDay: '2096-06-06' } };
  const { calls, page, press } = await open();
  await press('Retirer du site');
  await eventually(() => expect(page.find('dialog[open]').text()).toContain('3 personnes sont inscrites ; elles ne seront pas prévenues.'));
  expect(calls.some((call) => call.path.endsWith('/unpublish'))).toBe(false);
  const choose = (name: string) => page.findAll('dialog[open] button').find((button) => button.text() === name)!.trigger('click');
  await choose('Annuler l’événement');
  await flushPromises();
  expect(page.find('dialog[open]').text()).toContain('Annuler cet événement');
  await choose('Annuler');
  await press('Retirer du site');
  await eventually(() => expect(page.find('dialog[open]').text()).toContain('3 personnes'));
  await choose('Retirer quand même');
  await eventually(() => expect(calls.some((call) => call.path.endsWith('/unpublish'))).toBe(true));
  await eventually(() => expect(page.find('dialog[open]').exists()).toBe(false));
  page.unmount();
});
