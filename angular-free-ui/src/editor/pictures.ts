import { oneLine } from '@/framework/oneLine';
import type { Medium } from './context';
import { isRecord, textField } from './page';

/** What a picture shows, or that it only decorates. */
export type Alt = { kind: 'decorative' } | { kind: 'text'; text: string };

/** Of the words for a picture and of its caption, in characters; the server keeps no more. */
export const MAX_ALT = 300;
export const MAX_CAPTION = 500;

export function altText(words: string): Alt {
  return { kind: 'text', text: oneLine(words).trim().slice(0, MAX_ALT) };
}

export function isDecorative(alt: unknown): boolean {
  return isRecord(alt) && alt['kind'] === 'decorative';
}

/** Whether nothing says what a picture shows, and nothing that it only decorates. */
export function isSilent(alt: unknown): boolean {
  return !isDecorative(alt) && (!isRecord(alt) || textField(alt, 'text').trim() === '');
}

/**
 * The words that go with a picture in its place. What was written before any picture was there is about it; what was
 * written about another picture is not.
 * @param holder the block or item, with the picture it had
 */
export function altFor(medium: Medium, holder: Readonly<Record<string, unknown>> = {}): Alt {
  const { alt } = holder;
  if (textField(holder, 'media') === '' && !isSilent(alt)) return alt as Alt;
  if (medium.alt) return altText(medium.alt);
  return medium.decorative || isDecorative(alt) ? { kind: 'decorative' } : { kind: 'text', text: '' };
}
