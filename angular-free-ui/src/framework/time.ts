import { currentLanguage } from './i18n';

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** The server writes UTC, sometimes without saying so. */
export function parseTime(value: string): Date {
  return new Date(/(Z|[+-]\d\d:\d\d)$/.test(value) ? value : `${value}Z`);
}

/** « il y a 5 minutes »; beyond a week, the day. */
export function timeInWords(value: string, now = Date.now()): string {
  const time = parseTime(value).getTime();
  const distance = time - now;
  if (Math.abs(distance) > 7 * 86_400_000) return day(value);
  const words = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: 'auto' });
  for (const [unit, length] of units) if (Math.abs(distance) >= length) return words.format(Math.round(distance / length), unit);
  return words.format(0, 'minute');
}

export function day(value: string): string {
  return new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'medium', timeZone: 'Europe/Paris' }).format(parseTime(value));
}

export function dayAndTime(value: string): string {
  return french(new Intl.DateTimeFormat(currentLanguage(), { dateStyle: 'full', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(parseTime(value)));
}

// 14:02 → 14 h 02, with no-break spaces
const french = (text: string) => (currentLanguage() === 'fr' ? text.replace(/(\d):(\d\d)/, '$1\u00a0h\u00a0$2') : text);

/** « 14 h 02 » */
export function clock(value: Date): string {
  return french(new Intl.DateTimeFormat(currentLanguage(), { hour: 'numeric', minute: '2-digit' }).format(value));
}

export function count(value: number): string {
  return new Intl.NumberFormat(currentLanguage()).format(value);
}
