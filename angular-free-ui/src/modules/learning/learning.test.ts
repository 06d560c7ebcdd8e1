import { flushPromises, type VueWrapper } from '@vue/test-utils';
import { beforeEach, describe, expect, test } from 'vitest';
import { setLanguage, t } from '@/framework/i18n';
import { actAs, eventually, refusal, serveApi, show, type Call } from '@/framework/testing';
import { closeToast, toasts } from '@/ui/toasts';
import { permissions, type Lesson, type Question } from './api';
import LessonEditor from './components/LessonEditor.vue';
import QuestionList from './components/QuestionList.vue';
import { changeKind, emptyAnswer, emptyContent, markAnswer, readNumber } from './content';
import CoursesPage from './pages/CoursesPage.vue';
import ResultsPage from './pages/ResultsPage.vue';

const lesson = {
  id: 'l1', courseId: 'c1', title: 'Le sec', slug: 'le-sec', aim: '', minutes: 5, questionCount: 1, taskName: null, taskText: null, state: 'Online', completionRule: 'Completed', passRatio: 0.6, concurrencyStamp: 'a',
  document: JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: [] }),
} as Lesson;
const question = {
  id: 'q1', courseId: 'c1', lessonId: 'l1', position: 0, externalId: 'heure', version: 1, advice: [], concurrencyStamp: 's',
  content: { ...emptyContent(), text: { value: 'À quelle heure ?', format: 'Moodle' }, answers: [{ ...emptyAnswer(true), text: { value: 'Midi', format: 'Moodle' } }, { ...emptyAnswer(false), text: { value: 'Minuit', format: 'Moodle' } }] },
} as Question;

const button = (page: VueWrapper, text: string) => page.findAll('button').find((one) => one.text().startsWith(text))!;
const inDialog = () => document.querySelector('dialog .inside')!;
const field = (label: string, nth = 0) => {
  const labels = [...inDialog().querySelectorAll('label')].filter((one) => one.textContent.trim().startsWith(label));
  return inDialog().querySelector<HTMLInputElement>(`[id="${labels[nth]?.htmlFor}"]`)!;
};
function type(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input'));
}
async function press(text: string): Promise<void> {
  [...inDialog().querySelectorAll('button')].find((one) => one.textContent.trim() === text)!.click();
  await flushPromises();
}

beforeEach(async () => {
  document.body.innerHTML = '';
  for (const { id } of [...toasts]) closeToast(id);
  await setLanguage('fr');
});

describe('the questions of a lesson', () => {
  const answers: Parameters<typeof serveApi>[0] = {
    'GET /api/learning/question': () => ({ totalCount: 1, items: [question] }),
    'DELETE /api/learning/question/q1': () => new Response(null, { status: 204 }),
    'POST /api/learning/question/q1/restore': () => question,
    'POST /api/learning/question': () => question,
    'PUT /api/learning/question/q1': () => question,
  };
  const list = async (more: typeof answers = {}) => {
    actAs(permissions.courses, permissions.write);
    const calls = serveApi({ ...answers, ...more });
    const { page } = await show(QuestionList, { lesson, mayWrite: true });
    await eventually(() => expect(page.text()).toContain('À quelle heure'));
    return { calls, page };
  };
  const bodyOf = (calls: Call[], method: string) => calls.find((call) => call.method === method)?.body as { content: Question['content']; lessonId?: string; concurrencyStamp?: string };

  test('a trainer writes one, says which answer is right and why', async () => {
    const { calls, page } = await list();
    await button(page, 'Écrire une question').trigger('click');
    await flushPromises();
    type(field('La question'), 'Que met-on ?');
    type(field('La réponse'), 'Du carton');
    type(field('Pourquoi'), 'Il absorbe.');
    type(field('La réponse', 1), 'Du verre');
    await press('Retirer la réponse 3');
    await press('Enregistrer la question');

    const { content, lessonId } = bodyOf(calls, 'POST');
    expect(lessonId).toBe('l1');
    expect(content.text).toEqual({ value: 'Que met-on ?', format: 'Plain' });
    expect(content.answers.map((answer) => [answer.text?.value, answer.fraction, answer.feedback?.value])).toEqual([['Du carton', 1, 'Il absorbe.'], ['Du verre', 0, undefined]]);
    expect(inDialog()).toBeNull();
  });

  test('what was imported keeps the way it is written, and its stamp is sent', async () => {
    const { calls, page } = await list();
    await button(page, 'Modifier').trigger('click');
    await flushPromises();
    type(field('La question'), 'Quand ?');
    type(field('La réponse'), 'Midi juste');
    await press('Enregistrer la question');
    const { content, concurrencyStamp } = bodyOf(calls, 'PUT');
    expect([content.text, content.answers[0]?.text, concurrencyStamp]).toEqual([{ value: 'Quand ?', format: 'Moodle' }, { value: 'Midi juste', format: 'Moodle' }, 's']);
  });

  test('what is wrong is said at its field, which gets the focus', async () => {
    const refused = () => new Response(JSON.stringify({ status: 400, code: 'x', errors: { 'content.answers[1]': ['Un choix n’a pas de texte.'] } }), { status: 400, headers: { 'content-type': 'application/problem+json' } });
    const { page } = await list({ 'PUT /api/learning/question/q1': refused });
    await button(page, 'Modifier').trigger('click');
    await flushPromises();
    await press('Enregistrer la question');
    const wrong = field('La réponse', 1);
    expect(wrong.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(wrong.getAttribute('aria-describedby')!)?.textContent).toContain('Un choix n’a pas de texte.');
    expect(document.activeElement).toBe(wrong);
  });

  test('a number that is none is not sent', async () => {
    const { calls, page } = await list();
    await button(page, 'Écrire une question').trigger('click');
    await flushPromises();
    const kind = inDialog().querySelector('select')!;
    kind.value = 'Numerical';
    kind.dispatchEvent(new Event('change'));
    await flushPromises();
    type(field('Le nombre attendu'), 'douze');
    await press('Enregistrer la question');
    expect(calls.some((call) => call.method === 'POST')).toBe(false);
    expect(inDialog().textContent).toContain('Écrivez un nombre');
    type(field('Le nombre attendu'), '3,5');
    await press('Enregistrer la question');
    expect(bodyOf(calls, 'POST').content.answers[0]).toMatchObject({ number: 3.5, tolerance: 0, fraction: 1 });
  });

  test('one that was removed comes back with one press', async () => {
    const { calls, page } = await list();
    await button(page, 'Supprimer').trigger('click');
    await flushPromises();
    expect(toasts[0]?.action?.label).toBe(t('ui.undo'));
    await toasts[0]!.action!.run();
    expect(calls.map((call) => `${call.method} ${call.path}`)).toContain('POST /api/learning/question/q1/restore');
  });
});

describe('marks', () => {
  const marked = (kind: 'SingleChoice' | 'MultipleChoice') => changeKind({ ...emptyContent(), answers: [emptyAnswer(true), emptyAnswer(true), emptyAnswer(true), emptyAnswer(false)] }, kind).answers.map((answer) => answer.fraction);

  test('right boxes earn the mark together, a right choice earns it alone', () => {
    expect(marked('MultipleChoice')).toEqual([0.33333, 0.33333, 0.33333, 0]);
    expect(marked('SingleChoice')).toEqual([1, 1, 1, 0]);
    const two = markAnswer(changeKind(emptyContent(), 'MultipleChoice'), 1, true);
    expect(two.answers.map((answer) => answer.fraction)).toEqual([0.5, 0.5, 0]);
  });

  test.each([['3,5', 3.5], ['1\u202f000', 1000], ['−2', -2], ['', undefined], ['1.000,5', undefined], ['deux', undefined]])('%s is read as a number or refused', (text, number) => expect(readNumber(text)).toBe(number));
});

describe('a lesson of a course that is online', () => {
  const editor = async (state: Lesson['state'], publish: () => unknown = () => ({ ...lesson, state: 'Online' })) => {
    actAs(permissions.courses, permissions.write, permissions.publish);
    const calls = serveApi({
      'GET /api/learning/lesson/tasks': () => ({ items: ['mailing.letter-sent', 'mailing.contacts-imported', 'unknown.task'] }),
      'GET /api/learning/question': () => ({ totalCount: 0, items: [] }),
      'POST /api/learning/lesson/l1/publish': publish,
      'DELETE /api/learning/lesson/l1': () => new Response(null, { status: 204 }),
      'POST /api/learning/lesson/l1/restore': () => lesson,
    });
    const { page } = await show(LessonEditor, { lesson: { ...lesson, state } });
    await flushPromises();
    return { calls, page };
  };

  test('says that changes wait, and puts them online with one button', async () => {
    const { calls, page } = await editor('Changed');
    expect(page.text()).toContain('Vos changements ne sont pas encore en ligne.');
    await button(page, 'Mettre à jour en ligne').trigger('click');
    await eventually(() => expect(page.text()).not.toContain('pas encore en ligne'));
    expect(calls.some((call) => call.path.endsWith('/publish'))).toBe(true);
  });

  test('says nothing when learners have what is written, or the course is a draft', async () => {
    for (const state of ['Online', 'Draft'] as const) expect((await editor(state)).page.text()).not.toContain('pas encore en ligne');
  });

  test('says what is in the way', async () => {
    const { page } = await editor('Changed', () => refusal(403, 'Learning:LessonNotPublishable', 'La leçon n’est pas prête, bloc 2.'));
    await button(page, 'Mettre à jour en ligne').trigger('click');
    await eventually(() => expect(page.text()).toContain('bloc 2'));
  });

  test('offers exercises by their names', async () => {
    const { page } = await editor('Online');
    const options = page.findAll('option').map((option) => option.text());
    expect(options).toContain(t('learning.task.mailing.letter-sent'));
    expect(options).toContain(t('learning.task.mailing.contacts-imported'));
    expect(options).toContain('unknown.task');
  });

  test('is removed and comes back with one press', async () => {
    const { calls, page } = await editor('Online');
    await button(page, 'Supprimer la leçon').trigger('click');
    await flushPromises();
    await press('Supprimer la leçon');
    await eventually(() => expect(toasts[0]?.text).toContain('Le sec'));
    await toasts[0]!.action!.run();
    expect(calls.at(-1)?.path).toBe('/api/learning/lesson/l1/restore');
  });
});

test('results are figures, and no figure about fewer than five', async () => {
  actAs(permissions.results);
  const told = { text: '', kind: 'TrueFalse', answered: 6, unanswered: null };
  serveApi({
    'GET /api/learning/course/undefined': () => ({ title: 'Le compost' }),
    'GET /api/learning/result/undefined': () => ({ id: 'c1', started: 12, done: null, lessons: [{ id: 'l1', title: 'Le sec', done: 8, questions: [{ ...told, success: 0.5 }, { ...told, success: 0.75 }, { ...told, success: null }] }, { id: 'l2', title: 'L’humide', done: null, questions: [] }] }),
  });
  const { page } = await show(ResultsPage);
  await eventually(() => expect(page.find('table').exists()).toBe(true));
  expect(page.findAll('dd').map((one) => one.text())).toEqual(['12', 'moins de 5']);
  expect(page.findAll('tbody tr').map((row) => row.findAll('td').map((cell) => cell.text().replace(/\s/g, ' ')))).toEqual([['Le sec', '8', '63 %'], ['L’humide', 'moins de 5', 'pas de question']]);
});

test('a course comes back from its archive, and opens', async () => {
  actAs(permissions.courses, permissions.write);
  const calls = serveApi({ 'GET /api/learning/course': () => ({ totalCount: 0, items: [] }), 'POST /api/learning/course/archive': () => ({ id: 'c9' }) });
  const { page, router } = await show(CoursesPage);
  await eventually(() => expect(button(page, 'Préparer une formation')).toBeDefined());
  await button(page, 'Préparer une formation').trigger('click');
  await flushPromises();
  const input = inDialog().querySelector<HTMLInputElement>('input[type=file]')!;
  Object.defineProperty(input, 'files', { value: [new File(['PK'], 'cours.zip')] });
  input.dispatchEvent(new Event('change'));
  await eventually(() => expect(router.currentRoute.value.path).toBe('/jardins-de-vaise/formations/les-notres/c9'));
  expect((calls.find((call) => call.method === 'POST')!.body as FormData).get('file')).toBeInstanceOf(File);
});
