import { reactive, readonly } from 'vue';

export interface Toast {
  id: number;
  text: string;
  tone: 'ok' | 'error';
  action?: { label: string; run: () => unknown };
}

const list = reactive<Toast[]>([]);
let next = 1;

export const toasts = readonly(list);

/** Milliseconds a message stays: errors stay until they are closed. */
const stay = 8000;

export function toast(text: string, options: { tone?: Toast['tone']; action?: Toast['action'] | undefined } = {}) {
  const id = next++;
  list.push({ id, text, tone: options.tone ?? 'ok', ...(options.action && { action: options.action }) });
  if (options.tone !== 'error') setTimeout(() => closeToast(id), stay);
  return id;
}

export function closeToast(id: number) {
  const at = list.findIndex((entry) => entry.id === id);
  if (at >= 0) list.splice(at, 1);
}

const announcement = reactive({ text: '' });

/** Says something to screen readers only: a save, a move, a count of results. */
export function announce(text: string) {
  announcement.text = '';
  setTimeout(() => (announcement.text = text), 30);
}

export const announced = readonly(announcement);
