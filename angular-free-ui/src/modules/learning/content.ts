import { questionKinds, type QuestionAnswer, type QuestionContent, type QuestionKind, type QuestionText } from './api';

/** What a trainer writes into the question form, between the fields and the API. */

const plain = (value: string): QuestionText => ({ value, format: 'Plain' });

/** The text of a field: what was imported keeps the way it is written. */
export const withText = (text: QuestionText | null, value: string): QuestionText | null => (text ? { ...text, value } : value ? plain(value) : null);

const isChoice = (kind: QuestionKind) => kind === 'SingleChoice' || kind === 'MultipleChoice';

export const emptyAnswer = (isRight: boolean): QuestionAnswer => ({ text: null, number: null, tolerance: 0, fraction: isRight ? 1 : 0, feedback: null });

const answersFor = (kind: QuestionKind) => (isChoice(kind) ? [emptyAnswer(true), emptyAnswer(false), emptyAnswer(false)] : kind === 'TrueFalse' ? [] : [emptyAnswer(true)]);

export function emptyContent(): QuestionContent {
  const kind = questionKinds[0];
  return { kind, title: '', text: plain(''), generalFeedback: null, mark: 1, tags: [], category: '', answers: answersFor(kind), shuffle: true, allOrNothing: false, isTrue: true, wrongFeedback: null, rightFeedback: null, caseSensitive: false, accentSensitive: false };
}

/** Another kind of question: choices stay choices, anything else begins anew. */
export function changeKind(content: QuestionContent, kind: QuestionKind): QuestionContent {
  const answers = isChoice(kind) && isChoice(content.kind) ? content.answers : answersFor(kind);
  return shareOut({ ...content, kind, answers });
}

/** Right or wrong, for one of the answers. */
export function markAnswer(content: QuestionContent, index: number, isRight: boolean): QuestionContent {
  return shareOut({ ...content, answers: content.answers.map((answer, at) => (at === index ? { ...answer, fraction: isRight ? 1 : 0 } : answer)) });
}

/** Ticking several boxes earns the whole mark together; anywhere else one right answer earns it alone. */
export function shareOut(content: QuestionContent): QuestionContent {
  const right = content.answers.filter((answer) => answer.fraction > 0).length;
  const share = content.kind === 'MultipleChoice' ? Math.floor(100_000 / right) / 100_000 : 1;
  return { ...content, answers: content.answers.map((answer) => (answer.fraction > 0 ? { ...answer, fraction: share } : answer)) };
}

/** A number as people write it: 3,5 or 1 000. Undefined when it is none. */
export function readNumber(text: string): number | undefined {
  const digits = text.replace(/[\s\u00a0\u202f]/g, '').replace('−', '-').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
}
