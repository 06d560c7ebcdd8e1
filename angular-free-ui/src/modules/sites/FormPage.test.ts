import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { actAs, eventually, refusal, serveApi, show } from '@/framework/testing';
import { announced, toasts } from '@/ui/toasts';
import FormPage from './pages/FormPage.vue';

const question = (id: string, label: string) => ({ id, kind: 'ShortText', label, help: null, isRequired: false, options: [] as string[] });
const form = {
  id: 'f1', urn: 'form:f1', name: 'Adhérer', isOpen: true, purpose: 'répondre', retentionMonths: 12, successMessage: null, recipientIds: [] as string[],
  fields: [question('q1', 'Nom'), question('q2', 'Téléphone'), question('q3', 'Allergies ?')], privacySentence: 'Vos réponses servent à ceci.', concurrencyStamp: '1',
};
type Saved = typeof form;
let stored: Saved;
let answer: (body: Saved) => unknown;
let shown: Awaited<ReturnType<typeof show>>;

beforeEach(() => {
  localStorage.clear();
  stored = form;
  answer = (body) => (stored = { ...stored, ...body, concurrencyStamp: `${stored.concurrencyStamp}+` });
  actAs('Sites.Forms', 'Sites.Forms.Edit');
  vi.stubGlobal('confirm', () => true);
});
afterEach(() => shown.page.unmount());

async function open() {
  const calls = serveApi({ 'GET /api/sites/form/f1': () => stored, 'PUT /api/sites/form/f1': (call) => answer(call.body as Saved), 'GET /api/sites/form/recipients': () => ({ items: [] }) });
  shown = await show(FormPage, { id: 'f1' });
  await eventually(() => expect(labels()).toHaveLength(stored.fields.length));
  return calls;
}

const questions = () => shown.page.findAll('[data-question]');
const labels = () => questions().map((one) => one.find('input').element.value);
const name = () => shown.page.find<HTMLInputElement>('form input');
const press = async (at: number, text: string) => {
  await questions()[at]!.findAll('button').find((button) => button.text().startsWith(text))!.trigger('click');
  await flushPromises();
};
const save = async () => {
  await shown.page.find('form').trigger('submit');
  await flushPromises();
};
const focused = () => (document.activeElement as HTMLInputElement).value;

it('keeps what is typed while a form is being saved, and saves it next', async () => {
  const calls = await open();
  let reply: (value: unknown) => void = () => undefined;
  const arrived = new Promise((resolve) => (reply = resolve));
  answer = () => new Response(new ReadableStream({ start: (body) => void arrived.then(() => {
    body.enqueue(new TextEncoder().encode(JSON.stringify({ ...form, name: 'Adhérer en 2027', concurrencyStamp: '2' })));
    body.close();
  }) }), { headers: { 'content-type': 'application/json' } });
  await name().setValue('Adhérer en 2027');
  await save();
  await questions()[2]!.find('input').setValue('Que ne mangez-vous pas ?');
  reply(undefined);
  await eventually(() => expect(toasts.at(-1)?.text).toBe('Le formulaire est enregistré.'));
  expect(labels()[2]).toBe('Que ne mangez-vous pas ?');
  await save();
  const second = calls.filter((call) => call.method === 'PUT')[1]!.body as Saved;
  expect(second).toMatchObject({ concurrencyStamp: '2', name: 'Adhérer en 2027' });
  expect(second.fields[2]!.label).toBe('Que ne mangez-vous pas ?');
});

it('offers back what could not be saved because somebody else had saved, and says so', async () => {
  await open();
  await name().setValue('Adhérer, et plus');
  answer = () => refusal(409, 'Abp:Concurrency', 'Quelqu’un a enregistré entre-temps.');
  await save();
  expect(shown.page.text()).toContain('Quelqu’un a enregistré entre-temps.');
  // The page is loaded again.
  shown.page.unmount();
  stored = { ...form, name: 'Devenir membre', concurrencyStamp: '5' };
  answer = (body) => (stored = { ...stored, ...body });
  const calls = await open();
  await eventually(() => expect(shown.page.text()).toContain('Un texte non enregistré est resté ici'));
  expect(shown.page.text()).toContain('quelqu’un a enregistré autre chose');
  await shown.page.findAll('button').find((button) => button.text() === 'Le reprendre')!.trigger('click');
  expect(name().element.value).toBe('Adhérer, et plus');
  await save();
  expect(calls.find((call) => call.method === 'PUT')?.body).toMatchObject({ name: 'Adhérer, et plus', concurrencyStamp: '5' });
});

it('leads the focus on when a question is removed, moved or added, and says what was done', async () => {
  await open();
  await press(1, 'Retirer');
  expect(labels()).toEqual(['Nom', 'Allergies ?']);
  expect(focused()).toBe('Allergies ?');
  expect(toasts.at(-1)?.text).toBe('Téléphone\u00a0: retirée.');
  await toasts.at(-1)!.action!.run();
  await flushPromises();
  expect(labels()).toEqual(['Nom', 'Téléphone', 'Allergies ?']);
  expect(focused()).toBe('Téléphone');

  await press(1, 'Monter');
  await eventually(() => expect(announced.text).toBe('Téléphone\u00a0: place 1 sur 3.'));
  expect(labels()).toEqual(['Téléphone', 'Nom', 'Allergies ?']);
  // It cannot go further up: the other arrow has the focus.
  expect(document.activeElement?.textContent).toContain('Descendre');
  expect(questions()[0]!.element.contains(document.activeElement)).toBe(true);

  await shown.page.findAll('button').find((button) => button.text() === 'Ajouter une question')!.trigger('click');
  await flushPromises();
  expect(questions()).toHaveLength(4);
  expect(questions()[3]!.element.contains(document.activeElement)).toBe(true);
});

it('shows the choices of the version that came in', async () => {
  stored = { ...form, fields: [{ ...question('q1', 'Jour'), kind: 'ChoiceOne', options: ['Lundi'] }] };
  await open();
  answer = (body) => ({ ...body, id: 'f1', concurrencyStamp: '2', fields: [{ ...body.fields[0]!, options: ['Lundi', 'Mardi'] }] });
  await save();
  await eventually(() => expect(shown.page.find<HTMLTextAreaElement>('[data-question] textarea').element.value).toBe('Lundi\nMardi'));
});
