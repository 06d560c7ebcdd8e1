import { t } from '@/framework/i18n';
import { day } from '@/framework/time';
import type { Campaign, MailingList } from './api';
import type { ContactField, FieldType, SegmentCondition, SegmentOperator, SegmentRule, SegmentSubject, Tag } from './bookApi';

/** What conditions may refer to. */
export interface BookWords {
  lists: readonly MailingList[];
  tags: readonly Tag[];
  fields: readonly ContactField[];
  letters: readonly Campaign[];
}

export const subjects = ['FirstName', 'LastName', 'Email', 'Language', 'Source', 'Status', 'Joined', 'List', 'Tag', 'Consent', 'Campaign'] as const satisfies SegmentSubject[];

const words = ['Is', 'IsNot', 'Contains', 'StartsWith', 'EndsWith', 'IsSet', 'IsNotSet'] as const;
const choices = ['Is', 'IsNot', 'IsSet', 'IsNotSet'] as const;
const times = ['WithinDays', 'MoreThanDaysAgo', 'Before', 'After'] as const;
const either = ['Is', 'IsNot'] as const;
const ofField: Record<FieldType, readonly SegmentOperator[]> = {
  Text: words,
  Number: ['GreaterThan', 'LessThan', ...choices],
  Date: [...times, ...choices],
  Choice: choices,
  YesNo: choices,
};

/** The operators that mean something for a subject, the likeliest first. */
export function operatorsOf(subject: SegmentSubject, field?: ContactField): readonly SegmentOperator[] {
  if (subject === 'Field') return field ? ofField[field.type] : either;
  if (subject === 'Joined') return times;
  if (subject === 'FirstName' || subject === 'LastName' || subject === 'Email') return words;
  return subject === 'Language' ? choices : either;
}

/** Some subjects have verbs of their own: one is in a list, wears a tag, has received a letter. */
export function verb(subject: SegmentSubject, operator: SegmentOperator): string {
  return ['List', 'Tag', 'Consent', 'Campaign'].includes(subject) ? t(`segments.verb.${subject}.${operator}`) : t(`segments.verb.${operator}`);
}

export const takesValue = (operator: SegmentOperator) => operator !== 'IsSet' && operator !== 'IsNotSet';

/** Whether the server can make sense of it: what is half written is left out of the live count. */
export const isComplete = (condition: SegmentCondition) =>
  !takesValue(condition.operator) || (['List', 'Tag', 'Campaign'].includes(condition.subject) ? Boolean(condition.referenceId) : Boolean(condition.value?.trim()));

export function completeOf(rule: SegmentRule): SegmentRule {
  return { ...rule, groups: rule.groups.map((group) => ({ ...group, conditions: group.conditions.filter(isComplete) })).filter((group) => group.conditions.length) };
}

function valueOf(condition: SegmentCondition, book: BookWords): string {
  const named = (items: readonly { id: string; name: string }[]) => items.find((one) => one.id === condition.referenceId)?.name ?? t('segments.gone');
  const value = condition.value ?? '';
  switch (condition.subject) {
    case 'List': return named(book.lists);
    case 'Tag': return named(book.tags);
    case 'Campaign': return named(book.letters);
    case 'Consent': return t(`mailing.purpose.${value}`);
    case 'Status': return t(`mailing.contactStatus.${value}`);
    case 'Source': return t(`segments.source.${value}`);
    default:
      if (value === 'true' || value === 'false') return t(`segments.${value}`);
      return /^\d{4}-\d\d-\d\d$/.test(value) ? day(value) : value;
  }
}

function say(condition: SegmentCondition, book: BookWords): string {
  const { subject, operator } = condition;
  const value = valueOf(condition, book);
  if (subject === 'Joined' || ['List', 'Tag', 'Consent', 'Campaign'].includes(subject)) return t(`segments.say.${subject}.${operator}`, { value });
  const what = subject === 'Field' ? t('segments.what.Field', { name: book.fields.find((one) => one.id === condition.referenceId)?.label ?? t('segments.gone') }) : t(`segments.what.${subject}`);
  return t(takesValue(operator) ? 'segments.say.value' : 'segments.say.bare', { what, verb: verb(subject, operator), value });
}

/** « Les personnes qui portent l’étiquette « Bénévole » et dont « Quartier » est Clichy » */
export function sentence(rule: SegmentRule, book: BookWords): string {
  const groups = completeOf(rule).groups.map((group) => {
    const parts = group.conditions.map((condition) => say(condition, book)).join(` ${t(`segments.join.${group.match}`)} `);
    return group.conditions.length > 1 && rule.groups.length > 1 ? `(${parts})` : parts;
  });
  return groups.length ? t('segments.people', { which: groups.join(` ${t(`segments.join.${rule.match}`)} `) }) : t('segments.everybody');
}
