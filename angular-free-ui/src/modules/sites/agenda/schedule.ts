import { ApiError } from '@/framework/api/problem';
import { currentLanguage, t } from '@/framework/i18n';
import type { EventTimes, Recurrence, Weekday } from './api';

/** In the order of a week in France. */
export const weekdays: readonly Weekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

// A day is no instant: it is read and written in UTC, where no hour is ever missing.
const date = (day: string) => new Date(`${day}T00:00:00Z`);

export const isDay = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date(day).getTime());

export const today = () => new Date().toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  const moved = date(day);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

export const weekdayOf = (day: string): Weekday => weekdays[(date(day).getUTCDay() + 6) % 7] ?? 'Monday';

/** « mardi » */
export function weekdayName(weekday: Weekday): string {
  return new Intl.DateTimeFormat(currentLanguage(), { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(weekday))));
}

/** « mardi 1 décembre 2026 » */
export const dayInWords = (day: string) => new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full', timeZone: 'UTC' }).format(date(day));

/** Which such weekday of its month a day is: 1 to 5. */
export const weekOfMonth = (day: string) => Math.ceil(Number(day.slice(8)) / 7);

export const isInLastWeek = (day: string) => addDays(day, 7).slice(0, 7) !== day.slice(0, 7);

/** What an event can repeat as, when it begins on that day. */
export type Rhythm = 'once' | 'weekly' | 'byWeekday' | 'byLastWeekday' | 'byDate';

/** What is typed about it. */
export interface RecurrenceForm {
  rhythm: Rhythm;
  interval: string;
  /** Besides that of the first day, which changes with it. */
  weekdays: Weekday[];
  end: 'never' | 'until' | 'count';
  until: string;
  count: string;
}

export function rhythmsFor(day: string): Rhythm[] {
  if (!isDay(day)) return ['once'];
  return ['once', 'weekly', ...(weekOfMonth(day) < 5 ? (['byWeekday'] as const) : []), ...(isInLastWeek(day) ? (['byLastWeekday'] as const) : []), 'byDate'];
}

export function rhythmOf(recurrence: Recurrence | null): Rhythm {
  if (recurrence === null) return 'once';
  if (recurrence.kind === 'Weekly') return 'weekly';
  if (recurrence.kind === 'MonthlyByDate') return 'byDate';
  return recurrence.isLast ? 'byLastWeekday' : 'byWeekday';
}

export function toRecurrenceForm(recurrence: Recurrence | null, startDay: string): RecurrenceForm {
  return {
    rhythm: rhythmOf(recurrence), interval: String(recurrence?.interval ?? 1), weekdays: (recurrence?.weekdays ?? []).filter((day) => day !== weekdayOf(startDay)),
    end: recurrence?.until ? 'until' : recurrence?.count ? 'count' : 'never', until: recurrence?.until ?? '', count: recurrence?.count ? String(recurrence.count) : '',
  };
}

/** @throws {ApiError} as the server would: an end is wanted and not given, and left out it would be none */
export function toRecurrence(form: RecurrenceForm): Recurrence | null {
  const { rhythm, end } = form;
  if (rhythm === 'once') return null;
  if (end !== 'never' && form[end] === '') throw new ApiError({ status: 400, errors: { [`recurrence.${end}`]: [t(`agenda.endMissing.${end}`)] } });
  return {
    kind: rhythm === 'weekly' ? 'Weekly' : rhythm === 'byDate' ? 'MonthlyByDate' : 'MonthlyByWeekday',
    interval: Number(form.interval),
    weekdays: rhythm === 'weekly' ? form.weekdays : [],
    isLast: rhythm === 'byLastWeekday',
    until: end === 'until' ? form.until : null,
    count: end === 'count' ? Number(form.count) : null,
  };
}

/** What a time field holds is `19:00`; the server writes seconds. */
export const toTimeField = (time: string | null) => time?.slice(0, 5) ?? '';

export function toTimes(startDay: string, endDay: string, allDay: boolean, startTime: string, endTime: string): EventTimes {
  const time = (text: string) => (allDay || text === '' ? null : text.length === 5 ? `${text}:00` : text);
  return { startDay, startTime: time(startTime), endDay: endDay || startDay, endTime: time(endTime) };
}

/** Two hours later on the same day, or the last minute of it. */
export function twoHoursAfter(time: string): string {
  const hour = Number(time.slice(0, 2)) + 2;
  return hour > 23 ? '23:59' : `${String(hour).padStart(2, '0')}${time.slice(2, 5)}`;
}
