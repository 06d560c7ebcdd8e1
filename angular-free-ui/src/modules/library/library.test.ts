import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { actAs, eventually, serveApi, show, type Call } from '@/framework/testing';
import { closeToast, toasts } from '@/ui/toasts';
import mocks from '@/mocks/library.mock';
import type { Guide } from './api';
import GuideEditor from './components/GuideEditor.vue';
import LinesField from './components/LinesField.vue';
import CommonsPage from './pages/CommonsPage.vue';
import GuidesPage from './pages/GuidesPage.vue';

const root = '/api/library';
const everything = ['Library.Guides', 'Library.Guides.Write', 'Library.Guides.Publish', 'Library.Guides.Submit'];
const shared = { ...(mocks['GET /api/library/guide/*']({ match: ['', 'g1'] } as never) as Guide), state: 'Published' as const, commonsRevision: 2, commonsPath: '/bibliotheque/cafe-debat', curatorMessage: null };
const button = (name: string) => [...document.querySelectorAll<HTMLElement>('button, [role=menuitem]')].filter((one) => one.textContent.trim() === name).at(-1);
async function press(name: string) {
  button(name)!.click();
  await flushPromises();
}
const asked = (calls: Call[], path: string) => calls.filter((call) => call.path === `${root}${path}`);

beforeEach(() => {
  document.body.innerHTML = '';
  actAs(...everything);
});
afterEach(() => [...toasts].forEach((one) => closeToast(one.id)));

test('a shared guide is put away only after a question that says what happens', async () => {
  const calls = serveApi({ [`POST ${root}/guide/g1/archive`]: () => ({ ...shared, state: 'Archived', commonsPath: null }) });
  const { page } = await show(GuideEditor, { guide: shared });
  await page.find('button[aria-haspopup]').trigger('click');
  await press('Ranger ce guide');
  expect(asked(calls, '/guide/g1/archive')).toHaveLength(0);
  expect(page.text()).toContain('il faudra le proposer de nouveau');
  await press('Ranger ce guide');
  await eventually(() => expect(asked(calls, '/guide/g1/archive')).toHaveLength(1));
});

test('who may not write reads, and has nothing to type in', async () => {
  actAs('Library.Guides');
  const { page } = await show(GuideEditor, { guide: shared });
  expect(page.text()).toContain('Récolter les idées et voter');
  expect(page.text()).toContain('Choisissez une seule question');
  expect(page.find('input, textarea, select, [contenteditable=true]').exists()).toBe(false);
});

test('a withdrawn guide says so, and why', async () => {
  const { page } = await show(GuideEditor, { guide: { ...shared, commonsRevision: null, commonsPath: null, isWithdrawn: true, curatorMessage: 'Une photo sans accord.' } });
  expect(page.text()).toContain('n’est plus dans les communs');
  expect(page.text()).toContain('Une photo sans accord.');
});

test('a proposal can be taken back while it waits', async () => {
  const calls = serveApi({ [`POST ${root}/guide/g1/take-back`]: () => shared });
  const { page } = await show(GuideEditor, { guide: { ...shared, state: 'Submitted' } });
  await press('Reprendre la proposition');
  expect(asked(calls, '/guide/g1/take-back')).toHaveLength(1);
  expect(page.text()).not.toContain('attend une relecture');
});

test('the language of a guide is saved, also in its text', async () => {
  const calls = serveApi({ [`PUT ${root}/guide/g1`]: (call) => call.body });
  const { page } = await show(GuideEditor, { guide: shared });
  const select = page.findAll('select').find((one) => one.text().includes('anglais'))!;
  await select.setValue('en');
  await eventually(() => expect(asked(calls, '/guide/g1').filter((call) => call.method === 'PUT')).toHaveLength(1));
  const saved = asked(calls, '/guide/g1')[0]!.body as Guide;
  expect(saved.language).toBe('en');
  expect((JSON.parse(saved.body) as { lang: string }).lang).toBe('en');
});

test('a line that is too long stays, and the field says which', async () => {
  const { page } = await show(LinesField, { label: 'Le matériel', modelValue: ['court', 'x'.repeat(501)] });
  expect(page.find('textarea').element.value).toHaveLength(507);
  expect(page.find('.error').text()).toContain('La ligne 2 dépasse 500 caractères');
  const many = await show(LinesField, { label: 'Le matériel', modelValue: Array<string>(41).fill('a') });
  expect(many.page.find('.error').text()).toContain('41 lignes, pour 40 au plus');
});

test('a translation is asked for its language', async () => {
  const calls = serveApi({ [`GET ${root}/commons-public`]: mocks['GET /api/library/commons-public'] as never, [`POST ${root}/guide/adapt`]: () => shared });
  const { page } = await show(CommonsPage);
  await eventually(() => expect(page.text()).toContain('Le café-monde'));
  await page.findAll('button').find((one) => one.text().startsWith('Traduire'))!.trigger('click');
  const select = page.find('dialog select');
  expect(select.text()).not.toContain('français');
  await select.setValue('es');
  await page.find('dialog form').trigger('submit');
  await flushPromises();
  expect(asked(calls, '/guide/adapt')[0]!.body).toMatchObject({ kind: 'Translated', language: 'es' });
});

const list = { [`GET ${root}/guide`]: () => ({ totalCount: 1, items: [shared] }) };
const choose = (page: { find: (selector: string) => { element: Element; trigger: (event: string) => Promise<unknown> } }, file: File) => {
  const input = page.find('input[type=file]');
  Object.defineProperty(input.element, 'files', { value: [file] });
  return input.trigger('change');
};

test('all guides are taken away at once by who writes, and by nobody else', async () => {
  URL.createObjectURL = () => 'blob:guides';
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const calls = serveApi({ ...list, [`GET ${root}/guide/archive`]: () => new Response('PK') });
  await show(GuidesPage);
  await eventually(() => expect(button('Tout télécharger')).toBeDefined());
  await press('Tout télécharger');
  expect(asked(calls, '/guide/archive')).toHaveLength(1);
  document.body.innerHTML = '';
  actAs('Library.Guides');
  const { page } = await show(GuidesPage);
  await eventually(() => expect(page.text()).toContain(shared.title));
  expect(page.text()).not.toContain('Tout télécharger');
});

test('an archive brings many guides, and the list shows them', async () => {
  const calls = serveApi({ ...list, [`POST ${root}/guide/archive`]: () => ({ count: 2 }) });
  const { page } = await show(GuidesPage);
  await eventually(() => expect(button('Écrire un guide')).toBeDefined());
  await press('Écrire un guide');
  await choose(page, new File(['PK'], 'guides.zip'));
  await eventually(() => expect(toasts.at(-1)?.text).toContain('2 guides sont arrivés'));
  expect((asked(calls, '/guide/archive')[0]!.body as FormData).get('file')).toBeInstanceOf(File);
  expect(asked(calls, '/guide').filter((call) => call.method === 'GET')).toHaveLength(2);
});
