import { shallowReactive } from 'vue';
import type { Medium, MediaSource } from '@/editor/context';
import { apiHeaders } from '@/framework/api/http';
import { ApiError, messageOf, type Problem } from '@/framework/api/problem';
import { sitesApi, type MediaFile } from './api';

// A document names a picture; where the browser finds it is asked once.
const known = shallowReactive(new Map<string, MediaFile>());
const asked = new Set<string>();

export function remember(file: MediaFile): MediaFile {
  known.set(file.urn, file);
  return file;
}

export function pictureAddress(urn: string, width: number): string {
  const file = known.get(urn);
  if (file !== undefined) return width <= 480 ? file.thumbnailUrl : file.url;
  if (!asked.has(urn)) {
    asked.add(urn);
    sitesApi
      .medium(urn.replace(/^media:/, ''))
      .then(remember)
      .catch(() => asked.delete(urn));
  }
  return '';
}

/** With progress, which `fetch` does not tell. */
export function uploadFile(file: File, progress: (part: number) => void): Promise<MediaFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', sitesApi.uploadAddress);
    apiHeaders().forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Error(messageOf(new ApiError({ status: 0 }))));
    request.onload = () => {
      const body = read(request.responseText);
      if (request.status < 300 && body !== undefined) resolve(remember(body as MediaFile));
      else reject(new Error(messageOf(new ApiError({ ...(body as Problem | undefined), status: request.status }))));
    };
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function mediaSource(pick: () => Promise<Medium | null>): MediaSource {
  return {
    upload: async (file, progress) => asMedium(await uploadFile(file, progress)),
    pick,
    address: pictureAddress,
  };
}

export function asMedium(file: MediaFile): Medium {
  return { urn: file.urn, name: file.fileName, ...(file.alt ? { alt: file.alt } : {}) };
}
