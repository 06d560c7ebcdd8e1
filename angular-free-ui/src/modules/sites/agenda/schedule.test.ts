import { describe, expect, it } from 'vitest';
import { fieldErrors } from '@/framework/api/problem';
import { addDays, rhythmOf, rhythmsFor, toRecurrence, toRecurrenceForm, toTimes, twoHoursAfter, weekdayOf, weekOfMonth, type RecurrenceForm } from './schedule';

const form = (change: Partial<RecurrenceForm>): RecurrenceForm => ({ ...toRecurrenceForm(null, ''), ...change });

describe('the rhythm of an event', () => {
  it('is offered in the words that fit its first day', () => {
    expect(rhythmsFor('2026-12-07')).toEqual(['once', 'weekly', 'byWeekday', 'byDate']);
    expect(rhythmsFor('2026-12-28')).toEqual(['once', 'weekly', 'byWeekday', 'byLastWeekday', 'byDate']);
    // Few months have a fifth Thursday.
    expect(rhythmsFor('2026-12-31')).toEqual(['once', 'weekly', 'byLastWeekday', 'byDate']);
    expect(rhythmsFor('')).toEqual(['once']);
  });

  it('survives being sent and read again', () => {
    for (const rhythm of ['once', 'weekly', 'byWeekday', 'byLastWeekday', 'byDate'] as const) expect(rhythmOf(toRecurrence(form({ rhythm })))).toBe(rhythm);
  });

  it('ends on a day, after so many times, or never', () => {
    expect(toRecurrence(form({ rhythm: 'weekly', interval: '2', weekdays: ['Tuesday'], end: 'until', until: '2027-06-29', count: '3' }))).toMatchObject({ interval: 2, weekdays: ['Tuesday'], until: '2027-06-29', count: null });
    expect(toRecurrence(form({ rhythm: 'byDate', weekdays: ['Tuesday'], end: 'count', count: '10' }))).toMatchObject({ weekdays: [], until: null, count: 10 });
  });

  it.each(['until', 'count'] as const)('is not taken for endless when %s was chosen and left blank', (end) => {
    const refused = () => toRecurrence(form({ rhythm: 'weekly', end }));
    expect(refused).toThrow();
    try {
      refused();
    } catch (error) {
      expect(Object.keys(fieldErrors(error))).toEqual([`recurrence.${end}`]);
    }
    expect(toRecurrence(form({ rhythm: 'once', end }))).toBeNull();
  });

  it('leaves the weekday of the first day with it, and keeps the others', () => {
    // What the server stores names the first day's weekday as well.
    const weekly = toRecurrence(form({ rhythm: 'weekly', weekdays: ['Monday', 'Thursday'] }));
    expect(toRecurrence(toRecurrenceForm(weekly, '2026-12-07'))?.weekdays).toEqual(['Thursday']);
    expect(toRecurrence(toRecurrenceForm(weekly, '2026-12-08'))?.weekdays).toEqual(['Monday', 'Thursday']);
  });
});

describe('the times of an event', () => {
  it('know their weekday whatever the clock of the computer', () => {
    expect(weekdayOf('2026-12-01')).toBe('Tuesday');
    expect(weekOfMonth('2026-12-08')).toBe(2);
    expect(addDays('2027-03-27', 1)).toBe('2027-03-28');
  });

  it('are sent with seconds, or as whole days', () => {
    expect(toTimes('2026-12-01', '', false, '19:00', '21:00')).toEqual({ startDay: '2026-12-01', startTime: '19:00:00', endDay: '2026-12-01', endTime: '21:00:00' });
    expect(toTimes('2026-12-01', '2026-12-02', true, '19:00', '21:00')).toEqual({ startDay: '2026-12-01', startTime: null, endDay: '2026-12-02', endTime: null });
  });

  it('propose an end two hours later, on the same day', () => {
    expect(twoHoursAfter('19:30')).toBe('21:30');
    expect(twoHoursAfter('22:30')).toBe('23:59');
  });
});
