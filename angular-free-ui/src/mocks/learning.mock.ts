import { emptyAnswer, emptyContent } from '@/modules/learning/content';
import type { Course, Lesson } from '@/modules/learning/api';
import type { Answers } from './index';

type LessonState = Lesson['state'];
const plain = (value: string) => ({ value, format: 'Plain' });

const lessonOf = (id: string, title: string, minutes: number, questionCount: number, taskName: string | null) => ({ id, title, slug: id, aim: '', minutes, questionCount, taskName, state: 'Online' as LessonState });
const course: Course = {
  id: 'c1', title: 'Tenir la caisse de la fête', slug: 'tenir-la-caisse', summary: 'Pour les bénévoles du stand : ouvrir, rendre la monnaie, compter le soir.', language: 'fr', status: 'Published', concurrencyStamp: 'a', creationTime: '', creatorId: null, lastModificationTime: null, lastModifierId: null,
  lessons: [lessonOf('l1', 'Ouvrir la caisse', 5, 2, null), { ...lessonOf('l2', 'Rendre la monnaie sans se tromper', 6, 3, null), state: 'Changed' }, lessonOf('l3', 'Compter le soir', 5, 1, 'sites.home-page-published')],
};
const lesson: Lesson = {
  ...lessonOf('l1', 'Ouvrir la caisse', 5, 2, null), state: 'Changed', aim: 'Compter le fond de caisse et le noter.', courseId: 'c1', completionRule: 'Completed', passRatio: 0.6, taskText: null, concurrencyStamp: 'a',
  document: JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: [{ id: 'b1', type: 'text', v: 1, markdown: 'Avant l’ouverture, **comptez à deux** et notez le total sur la feuille.' }] }),
};
const catalogueLesson = (slug: string, title: string, isDone: boolean) => ({ id: slug, slug, title, minutes: 5, isDone, hasTask: false, isTaskDone: false });

export default {
  'GET /api/learning/catalogue': () => ({
    items: [
      { id: 'k1', slug: 'publier-sa-page-d-accueil', path: '/formations/publier-sa-page-d-accueil', title: 'Publier sa page d’accueil', summary: 'Trois leçons pour mettre en ligne une page que l’on a envie de lire.', language: 'fr', minutes: 18, isDone: false, lessons: [catalogueLesson('a', 'Dire qui vous êtes', true), catalogueLesson('b', 'Des images pour tous', false), catalogueLesson('c', 'Mettre en ligne', false)] },
      { id: 'k2', slug: 'ecrire-une-lettre', path: '/formations/ecrire-une-lettre', title: 'Écrire une lettre qui est lue', summary: 'Un objet clair, trois nouvelles, un seul bouton.', language: 'fr', minutes: 12, isDone: true, lessons: [catalogueLesson('a', 'L’objet', true), catalogueLesson('b', 'Le corps', true)] },
    ],
  }),
  'GET /api/learning/course': () => ({ totalCount: 1, items: [{ ...course, lessonCount: 3, minutes: 16, lastModificationTime: null }] }),
  'GET /api/learning/course/*': () => course,
  'PUT /api/learning/course/*': ({ body }) => body,
  'GET /api/learning/lesson/tasks': () => ({ items: ['sites.home-page-published', 'mailing.test-sent'] }),
  'GET /api/learning/lesson/*': () => lesson,
  'PUT /api/learning/lesson/*': ({ body }) => body,
  'GET /api/learning/question': () => ({
    totalCount: 2,
    items: [
      { id: 'q1', courseId: 'c1', lessonId: 'l1', position: 0, externalId: null, version: 1, content: { ...emptyContent(), text: plain('Qui compte le fond de caisse ?'), answers: [{ ...emptyAnswer(true), text: plain('Deux personnes'), feedback: plain('À deux, on se trompe moins.') }, { ...emptyAnswer(false), text: plain('La trésorière seule') }] }, advice: [{ code: 'a', message: 'Dites pourquoi la troisième réponse est fausse.', path: 'answers[2].feedback' }], concurrencyStamp: 'a' },
      { id: 'q2', courseId: 'c1', lessonId: 'l1', position: 1, externalId: null, version: 1, content: { ...emptyContent(), kind: 'TrueFalse', text: plain('On peut laisser la caisse seule cinq minutes.'), answers: [], isTrue: false }, advice: [], concurrencyStamp: 'a' },
    ],
  }),
  'GET /api/learning/result/*': () => ({
    id: 'c1', started: 23, done: 9,
    lessons: [{ id: 'l1', title: 'Ouvrir la caisse', done: 19, questions: [{ text: '', kind: 'SingleChoice', answered: 19, unanswered: null, success: 0.82 }] }, { id: 'l2', title: 'Rendre la monnaie sans se tromper', done: 12, questions: [{ text: '', kind: 'SingleChoice', answered: 12, unanswered: null, success: 0.54 }] }, { id: 'l3', title: 'Compter le soir', done: null, questions: [] }],
  }),
  'POST /api/learning/question/import': ({ body }) => ({
    dryRun: body['dryRun'], created: 1, updated: 0, unchanged: 1,
    questions: [{ line: 1, kind: 'SingleChoice', text: 'Qui compte le fond de caisse ?', action: 'Nothing', advice: [] }, { line: 6, kind: 'TrueFalse', text: 'La monnaie se rend en silence.', action: 'Create', advice: [] }],
    issues: [{ line: 9, column: 14, code: 'Learning:Gift:Unclosed', message: 'Une accolade ouverte n’est pas refermée.', detail: '{=oui ~non' }],
  }),
} satisfies Answers;
