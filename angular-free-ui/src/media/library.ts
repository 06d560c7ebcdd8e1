import { shallowReactive, shallowRef } from 'vue';
import type { Medium } from '@/editor/context';
import { mediaApi, type MediaFile, type MediaKind } from './api';
import { sendFile } from './send';

// A document names files; what they are and where the browser finds them is asked once, for all that are shown at once.
const known = shallowReactive(new Map<string, MediaFile>());
const asked = new Set<string>();
const atOnce = 100;
const waiting: string[] = [];

export function remember(file: MediaFile): MediaFile {
  known.set(file.urn, file);
  return file;
}

/** Reactive: undefined until the answer is there. */
export function findFile(urn: string): MediaFile | undefined {
  const file = known.get(urn);
  if (file === undefined && urn !== '' && !asked.has(urn)) {
    asked.add(urn);
    if (waiting.push(urn) === 1) queueMicrotask(() => void ask());
  }
  return file;
}

async function ask(): Promise<void> {
  const urns = waiting.splice(0, atOnce);
  if (waiting.length > 0) queueMicrotask(() => void ask());
  try {
    const { items } = await mediaApi.many(urns.map((urn) => urn.replace(/^media:/, '')));
    items.forEach(remember);
  } catch {
    for (const urn of urns) asked.delete(urn);
  }
}

/** What the picker is asked for; the shell shows it. */
export const pickerRequest = shallowRef<{ kind: MediaKind; answer: (file: MediaFile | null) => void }>();

/** Lets somebody choose a file, or add one; `null` when they do not. */
export function pickFile(kind: MediaKind): Promise<MediaFile | null> {
  return new Promise((resolve) => {
    pickerRequest.value = {
      kind,
      answer: (file) => {
        pickerRequest.value = undefined;
        resolve(file);
      },
    };
  });
}

export function asMedium(file: MediaFile): Medium {
  const caption = [file.caption, file.credit && `© ${file.credit}`].filter(Boolean).join(' ');
  return { urn: file.urn, name: file.fileName, ...(file.alt && { alt: file.alt }), ...(file.isDecorative && { decorative: true }), ...(caption && { caption }) };
}

async function pick(kind: MediaKind): Promise<Medium | null> {
  const file = await pickFile(kind);
  return file === null ? null : asMedium(file);
}

const upload = async (file: File, progress: (part: number) => void) => asMedium(remember(await sendFile(file, progress).done));

/** The library of the space, for the block editor: pages, news, letters, guides and lessons. */
export const mediaLibrary = {
  upload,
  pick: () => pick('Picture'),
  address(urn: string, width: number): string {
    const file = findFile(urn);
    if (file === undefined) return '';
    return width <= 480 && file.thumbnailUrl !== '' ? file.thumbnailUrl : file.url;
  },
  documents: {
    upload,
    pick: () => pick('Document'),
    name: (urn: string) => findFile(urn)?.fileName ?? '',
  },
};
