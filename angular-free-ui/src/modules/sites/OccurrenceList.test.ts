import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { actAs, eventually, serveApi, show } from '@/framework/testing';
import OccurrenceList from './components/OccurrenceList.vue';

const day = (startDay: string, change: string | null = null, confirmed = 0) => ({
  day: startDay, when: startDay, change, reason: null, confirmed, waiting: 0, times: { startDay, endDay: startDay, startTime: '19:00:00', endTime: '21:00:00' },
});

async function open(...dates: ReturnType<typeof day>[]) {
  actAs('Sites.Events', 'Sites.Events.Edit');
  const calls = serveApi({
    'GET /api/sites/event/e1/occurrences': () => ({ items: dates }),
    'POST /api/sites/event/e1/change-occurrence': () => ({ id: 'e1' }),
  });
  const { page } = await show(OccurrenceList, { event: { id: 'e1' }, mayEdit: true });
  await eventually(() => expect(page.find('li button').exists()).toBe(true));
  await page.find('li button').trigger('click');
  const press = async (name: string) => {
    await page.findAll('dialog button').find((button) => button.text() === name)!.trigger('click');
    await flushPromises();
  };
  const names = () => page.findAll('dialog form button').map((button) => button.text());
  const sent = () => calls.filter((call) => call.method === 'POST').map((call) => call.body);
  return { page, press, names, sent, field: (label: string) => page.findAll('dialog label').find((one) => one.text().startsWith(label))!.element.parentElement!.querySelector('input')! };
}

const write = async (input: HTMLInputElement, value: string) => {
  input.value = value;
  input.dispatchEvent(new Event('input'));
  await flushPromises();
};

it('a reason and Enter move nothing: the button for it waits for another time', async () => {
  const { page, press, sent, field } = await open(day('2030-12-03'));
  await write(field('Raison'), 'Salle fermée');
  await page.find('dialog form').trigger('submit');
  await flushPromises();
  expect(sent()).toEqual([]);
  expect(page.find<HTMLButtonElement>('dialog button[type="submit"]').element.disabled).toBe(true);
  await press('Annuler cette date');
  expect(sent()).toEqual([{ day: '2030-12-03', kind: 'Cancelled', reason: 'Salle fermée' }]);
  page.unmount();
});

it('a date with another time is moved', async () => {
  const { page, sent, field } = await open(day('2030-12-03'));
  await write(field('Début'), '20:00');
  await page.find('dialog form').trigger('submit');
  await flushPromises();
  expect(sent()).toMatchObject([{ kind: 'Moved', times: { startDay: '2030-12-03', startTime: '20:00:00' } }]);
  page.unmount();
});

it('a date that was moved can be called off as it is', async () => {
  const { page, press, names, sent } = await open(day('2030-12-03', 'Moved'));
  expect(names()).toEqual(['Déplacer', 'Revenir au rythme', 'Annuler cette date', 'Retirer cette date']);
  await press('Annuler cette date');
  expect(sent()).toMatchObject([{ kind: 'Cancelled' }]);
  page.unmount();
});

it('those who signed up for a date are told that it moves, unless one unticks it', async () => {
  const { page, sent, field } = await open(day('2030-12-03', null, 1));
  expect(page.find('dialog input[type="checkbox"]').exists()).toBe(false);
  await write(field('Début'), '19:05');
  expect(page.find('dialog').text()).toContain('Prévenir la personne inscrite de ce changement');
  await page.find('dialog input[type="checkbox"]').setValue(false);
  await page.find('dialog form').trigger('submit');
  await flushPromises();
  expect(sent()).toMatchObject([{ kind: 'Moved', tellsMoves: false }]);
  page.unmount();
});
