import { flushPromises } from '@vue/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { actAs, eventually, serveApi, show, type Call } from '@/framework/testing';
import { toasts } from '@/ui/toasts';
import type { ContactField, SegmentRule, Tag } from './bookApi';
import SegmentPage from './pages/SegmentPage.vue';
import { completeOf, operatorsOf, sentence, type BookWords } from './segmentWords';

const district = { id: 'f1', name: 'quartier', label: 'Quartier', type: 'Choice', choices: ['Clichy', 'La Chapelle'], concurrencyStamp: null } satisfies ContactField;
const volunteer = { id: 't1', name: 'Bénévole', contactCount: 3 } satisfies Tag;
const book: BookWords = { lists: [], tags: [volunteer], fields: [district], letters: [] };

beforeEach(() => actAs('Mailing.Contacts', 'Mailing.Lists', 'Mailing.Lists.Manage', 'Mailing.Campaigns'));

test('a rule reads as a sentence, and what is half written is left out', () => {
  const rule: SegmentRule = {
    match: 'All',
    groups: [{ match: 'Any', conditions: [
      { subject: 'Tag', operator: 'Is', referenceId: 't1', value: '' },
      { subject: 'Field', operator: 'Is', referenceId: 'f1', value: 'Clichy' },
      { subject: 'FirstName', operator: 'Is', referenceId: null, value: ' ' },
    ] }],
  };
  expect(completeOf(rule).groups[0]?.conditions).toHaveLength(2);
  expect(sentence(rule, book)).toBe('Les personnes qui portent l’étiquette «\u00a0Bénévole\u00a0» ou dont «\u00a0Quartier\u00a0» est «\u00a0Clichy\u00a0».');
  expect(sentence({ match: 'All', groups: [] }, book)).toBe('Tout le carnet.');
});

test('a field offers the operators of its type', () => {
  expect(operatorsOf('Field', district)).toEqual(['Is', 'IsNot', 'IsSet', 'IsNotSet']);
  expect(operatorsOf('Joined')).not.toContain('Is');
});

test('the builder shows who is found while it is written, and saves what is complete', async () => {
  const people = { count: { count: 3, isMore: false }, contacts: [{ id: 'c1', email: 'zoe@exemple.fr', firstName: 'Zoé', lastName: null, status: 'Active' }] };
  const calls = serveApi({
    'GET /api/mailing/mailing-list': () => ({ items: [] }),
    'GET /api/mailing/tag': () => ({ items: [volunteer] }),
    'GET /api/mailing/contact-field': () => ({ items: [district] }),
    'GET /api/mailing/campaign': () => ({ items: [] }),
    'POST /api/mailing/segment/preview': () => people,
    'POST /api/mailing/segment': ({ body }) => ({ id: 's1', ...(body as object) }),
  });
  const { page } = await show(SegmentPage);
  await eventually(() => expect(page.findAll('select')).toHaveLength(3));
  await page.findAll('select')[2]?.setValue('t1');
  await eventually(() => expect(page.text()).toContain('3 personnes'));
  expect(page.text()).toContain('Zoé');
  await page.find('input').setValue('Bénévoles');
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(calls.find((call) => call.method === 'POST' && call.path === '/api/mailing/segment')?.body).toMatchObject({
    name: 'Bénévoles', rule: { match: 'All', groups: [{ match: 'All', conditions: [{ subject: 'Tag', operator: 'Is', referenceId: 't1' }] }] },
  });
});

test.each([['nouvelle', 'POST', '/api/mailing/segment'], ['s1', 'PUT', '/api/mailing/segment/s1']])('what is typed while a selection is being saved (%s) stays, and is saved by the next press', async (id, method, path) => {
  let answer = (): void => undefined;
  const stored = { id: 's1', name: 'Bénévoles', rule: { match: 'All', groups: [{ match: 'All', conditions: [{ subject: 'Tag', operator: 'Is', referenceId: 't1', value: '' }] }] }, concurrencyStamp: '1' };
  let current: object = stored;
  const keep = ({ body }: Call) => new Promise((resolve) => {
    answer = () => resolve((current = { ...stored, ...(body as object), concurrencyStamp: '2' }));
  });
  const calls = serveApi({
    'GET /api/mailing/mailing-list': () => ({ items: [] }), 'GET /api/mailing/tag': () => ({ items: [volunteer] }), 'GET /api/mailing/contact-field': () => ({ items: [] }), 'GET /api/mailing/campaign': () => ({ items: [] }),
    'POST /api/mailing/segment/preview': () => ({ count: { count: 0, isMore: false }, contacts: [] }),
    'GET /api/mailing/segment/s1': () => current, 'POST /api/mailing/segment': keep, 'PUT /api/mailing/segment/s1': keep,
  });
  const { page, router } = await show(SegmentPage, {}, [{ path: '/carnet/selections/:id', component: SegmentPage }]);
  await router.push(`/carnet/selections/${id}`);
  await eventually(() => expect(page.findAll('select')).toHaveLength(3));
  await page.findAll('select')[2]?.setValue('t1');
  const name = () => page.find('input');
  await name().setValue('Bénévoles de mars');
  await page.find('form').trigger('submit');
  await name().setValue('Bénévoles de mars et avril');
  answer();
  await eventually(() => expect(toasts.at(-1)?.text).toContain('Bénévoles de mars'));
  await flushPromises();
  expect(name().element.value).toBe('Bénévoles de mars et avril');
  expect(router.currentRoute.value.path).toBe(`/carnet/selections/${id}`);
  expect(calls.find((call) => call.method === method && call.path === path)?.body).toMatchObject({ name: 'Bénévoles de mars' });

  await page.find('form').trigger('submit');
  answer();
  await eventually(() => expect(router.currentRoute.value.path).toMatch(/carnet\/selections$/));
  expect(calls.filter((call) => call.method === 'PUT').at(-1)).toMatchObject({ path: '/api/mailing/segment/s1', body: { name: 'Bénévoles de mars et avril', concurrencyStamp: '2' } });
});
