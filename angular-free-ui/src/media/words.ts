import { currentLanguage } from '@/framework/i18n';
import type { MediaFile } from './api';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes as people say them: « 340 ko », « 2,4 Mo ». */
export function sizeInWords(bytes: number, language: string = currentLanguage()): string {
  let step = 0;
  let value = bytes;
  while (value >= 1024 && step < units.length - 1) {
    value /= 1024;
    step++;
  }
  const maximumFractionDigits = step >= 2 && value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[step] ?? 'byte', unitDisplay: 'short', maximumFractionDigits }).format(value);
}

/** The ending of the address, in capitals: « PDF ». */
export const typeInWords = (file: Pick<MediaFile, 'url'>) => (/\.(\w+)$/.exec(file.url)?.[1] ?? '').toUpperCase();

/** Whether the people in the picture no longer agree. */
export const consentHasEnded = (file: Pick<MediaFile, 'consentUntil'>, today = new Date()) =>
  file.consentUntil !== null && file.consentUntil < today.toLocaleDateString('sv');

/** Where a cropped picture looks, as the public sites do it: in quarters. */
export const focusOf = (file: Pick<MediaFile, 'focusX' | 'focusY'>) => `${Math.round(file.focusX / 25) * 25}% ${Math.round(file.focusY / 25) * 25}%`;
