import { beforeEach, expect, test } from 'vitest';
import { actAs, show } from '@/framework/testing';
import LetterReadings from './components/LetterReadings.vue';

beforeEach(() => {
  document.body.innerHTML = '';
  actAs('Mailing.Campaigns');
});

test('small numbers are not told, and the page says that all of them are estimates', async () => {
  const measurement = { people: 12, readings: 9, links: [{ url: 'https://exemple.org/dossier', clicks: 6 }, { url: 'https://exemple.org/', clicks: null }] };
  const { page } = await show(LetterReadings, { campaignId: 'k1', measurement });
  expect(page.findAll('dd').map((one) => one.text())).toEqual(['12', '9']);
  expect(page.findAll('tbody tr').map((one) => one.text())).toEqual([expect.stringContaining('6'), expect.stringContaining('moins de 5')]);
  expect(page.text()).toContain('estimations');
});

test('below five people there is nothing to see, and why', async () => {
  const { page } = await show(LetterReadings, { campaignId: 'k1', measurement: { people: null, readings: null, links: [] } });
  expect(page.find('dl').exists()).toBe(false);
  expect(page.find('button').exists()).toBe(false);
  expect(page.text()).toContain('Moins de 5 destinataires');
});
