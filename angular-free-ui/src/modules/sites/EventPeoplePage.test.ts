import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { actAs, eventually, serveApi, show } from '@/framework/testing';
import EventPeoplePage from './pages/EventPeoplePage.vue';

const person = (number: number, day: string) => ({ id: `r${number}`, day, name: `Personne ${number}`, email: null, persons: 1, message: null, state: 'Confirmed', creationTime: '2026-06-01T10:00:00' });
const dates = [{ day: '2026-06-09', when: 'mardi 9 juin', times: {}, change: null, reason: null, confirmed: 0, waiting: 0 }];
let people: ReturnType<typeof person>[];
let shown: Awaited<ReturnType<typeof show>>;

beforeEach(() => actAs('Sites.Events', 'Sites.Events.Registrations'));
afterEach(() => shown.page.unmount());

async function open(event: { isRecurring: boolean }) {
  serveApi({
    'GET /api/sites/event/e1': () => ({ id: 'e1', title: 'Atelier', when: 'le mardi', seats: 300, retentionDays: 90, ...event }),
    'GET /api/sites/event/e1/occurrences': () => ({ items: dates }),
    'GET /api/sites/registration': ({ query }) => {
      const skip = Number(query.get('skipCount'));
      return { items: people.slice(skip, skip + Number(query.get('maxResultCount'))), totalCount: people.length };
    },
  });
  shown = await show(EventPeoplePage, { id: 'e1' });
  await eventually(() => expect(shown.page.find('tbody tr').exists()).toBe(true));
}

it('the sheet for the door has everybody on it, however many they are', async () => {
  people = Array.from({ length: 201 }, (_, number) => person(number, '2026-06-09'));
  await open({ isRecurring: false });
  expect(shown.page.findAll('tbody tr')).toHaveLength(201);
  expect(shown.page.text()).toContain('201 personnes viennent sur 300 places');
  const print = vi.fn();
  vi.stubGlobal('print', print);
  await shown.page.findAll('button').find((button) => button.text() === 'Imprimer')!.trigger('click');
  expect(print).toHaveBeenCalledOnce();
});

it('the next date comes first, and those that are over are folded away', async () => {
  people = [person(1, '2026-05-26'), person(2, '2026-06-02'), person(3, '2026-06-09')];
  await open({ isRecurring: true });
  await eventually(() => expect(shown.page.find('details').exists()).toBe(true));
  expect(shown.page.find('h2').text()).toContain('9 juin');
  expect(shown.page.find('details').attributes('open')).toBeUndefined();
  expect(shown.page.find('summary').text()).toBe('2 dates passées');
  expect(shown.page.find('details').findAll('tbody tr')).toHaveLength(2);
});
