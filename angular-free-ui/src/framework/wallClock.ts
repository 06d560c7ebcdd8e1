import { currentLanguage } from './i18n';
import { parseTime } from './time';

// What a field of type datetime-local holds is a time on a wall clock in Paris: « 2026-06-05T18:00 ». The server makes an instant of it,
// so that a person abroad, or a night when the clocks change, makes no difference here.

/** The wall clock's time of an instant. */
export function toWallClock(utc: string | null): string {
  if (utc === null) return '';
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(parseTime(utc)).replace(' ', 'T');
}

/** The same of an instant that is still to come: one that has passed was meant for another time. */
export function toComingWallClock(utc: string | null): string {
  return utc !== null && parseTime(utc) > new Date() ? toWallClock(utc) : '';
}

/** « vendredi 5 juin 2026 à 18 h 00 » */
export function wallClockInWords(wallClock: string): string {
  const text = new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(`${wallClock}Z`));
  return currentLanguage() === 'fr' ? text.replace(/(\d):(\d\d)/, '$1\u00a0h\u00a0$2') : text;
}
