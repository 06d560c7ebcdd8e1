import { computed, reactive } from 'vue';
import { apiHeaders, spaceSlug } from '@/framework/api/http';
import type { MediaFile } from './api';
import { remember } from './library';
import { Cancelled, sendFile } from './send';

export interface Upload {
  id: number;
  space: string;
  file: File;
  /** 0 to 1. */
  part: number;
  state: 'waiting' | 'sending' | 'failed';
  error: string;
}

/** Files at a time: a slow line is not shared by twenty. */
const atOnce = 2;

const list = reactive<Upload[]>([]);
const work = new Map<number, { headers: Headers; done: (file: MediaFile) => void; cancel?: () => void }>();
let next = 1;

/** Uploads of the space that is open; they go on while somebody is on another screen. */
export const uploads = computed(() => list.filter((upload) => upload.space === spaceSlug()));

/** @param done called for each file that has arrived */
export function addFiles(files: Iterable<File>, done: (file: MediaFile) => void = () => undefined): void {
  for (const file of files) {
    const upload: Upload = { id: next++, space: spaceSlug(), file, part: 0, state: 'waiting', error: '' };
    work.set(upload.id, { headers: apiHeaders(), done });
    list.push(upload);
  }
  goOn();
}

export function retry(id: number): void {
  const upload = list.find((one) => one.id === id);
  if (upload?.state !== 'failed') return;
  Object.assign(upload, { state: 'waiting', part: 0, error: '' });
  goOn();
}

/** Stops one that is on its way, or takes a failed one off the list. */
export function cancel(id: number): void {
  work.get(id)?.cancel?.();
  forget(id);
  goOn();
}

function forget(id: number): void {
  const at = list.findIndex((upload) => upload.id === id);
  if (at >= 0) list.splice(at, 1);
  work.delete(id);
  watchLeaving();
}

function goOn(): void {
  watchLeaving();
  const free = atOnce - list.filter((upload) => upload.state === 'sending').length;
  for (const upload of list.filter((one) => one.state === 'waiting').slice(0, Math.max(0, free))) void send(upload);
}

async function send(upload: Upload): Promise<void> {
  const task = work.get(upload.id);
  if (task === undefined) return;
  upload.state = 'sending';
  try {
    const sending = sendFile(upload.file, (part) => (upload.part = part), { headers: task.headers });
    task.cancel = sending.cancel;
    const file = remember(await sending.done);
    forget(upload.id);
    task.done(file);
  } catch (error) {
    if (error instanceof Cancelled) return;
    Object.assign(upload, { state: 'failed', error: error instanceof Error ? error.message : String(error) });
  }
  goOn();
}

// The browser asks before a tab is closed that still sends.
const stay = (event: Event) => event.preventDefault();
function watchLeaving(): void {
  if (list.some((upload) => upload.state !== 'failed')) addEventListener('beforeunload', stay);
  else removeEventListener('beforeunload', stay);
}
