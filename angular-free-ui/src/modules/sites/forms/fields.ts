import { newId } from '@/editor/page';
import type { FieldKind, FormField } from './api';

export const hasOptions = (kind: FieldKind) => kind === 'ChoiceOne' || kind === 'ChoiceMany';

/** A new question under an id that none ever had, not even one that was taken away: answers are kept under it. */
export const newField = (kind: FieldKind, label: string): FormField => ({ id: newId(), kind, label, help: null, isRequired: false, options: [] });

/** One choice a line; empty lines and the same one twice are left out. */
export const toOptions = (text: string) => [...new Set(text.split('\n').map((line) => line.trim()).filter((line) => line !== ''))];

export function moved<T>(items: readonly T[], from: number, by: -1 | 1): T[] {
  const to = from + by;
  const next = [...items];
  if (to < 0 || to >= items.length) return next;
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
