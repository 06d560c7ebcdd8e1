import { apiHeaders } from '@/framework/api/http';
import { ApiError, messageOf, type Problem } from '@/framework/api/problem';
import { fileForm } from '@/framework/files';
import { t } from '@/framework/i18n';
import { mediaApi, type MediaFile } from './api';
import { sizeInWords } from './words';

/** Bytes of the heaviest file that is taken at all; of pictures, which may weigh less, the server says so. */
const MAX_BYTES = 25 * 1024 * 1024;

export interface Sending {
  done: Promise<MediaFile>;
  cancel: () => void;
}

export class Cancelled extends Error {}

/**
 * Sends one file, telling the part that is done (0 to 1), which `fetch` cannot.
 * @param headers those of the space that the file is for: it stays there when somebody changes the space meanwhile
 */
export function sendFile(file: File, progress: (part: number) => void, options: { replaces?: string | undefined; headers?: Headers } = {}): Sending {
  // Said at once: servers cut the line of a body that is far too long, and nobody would know why.
  if (file.size > MAX_BYTES) {
    const reason = t('media.tooHeavy', { size: sizeInWords(file.size), max: sizeInWords(MAX_BYTES) });
    return { done: Promise.reject(new Error(reason)), cancel: () => undefined };
  }
  const request = new XMLHttpRequest();
  const done = new Promise<MediaFile>((resolve, reject) => {
    request.open('POST', mediaApi.uploadPath(options.replaces));
    (options.headers ?? apiHeaders()).forEach((value, name) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onerror = () => reject(new Error(messageOf(new ApiError({ status: 0 }))));
    request.onabort = () => reject(new Cancelled());
    request.onload = () => {
      const body = read(request.responseText);
      if (request.status < 300 && body !== undefined) resolve(body as MediaFile);
      else reject(new Error(messageOf(new ApiError({ ...(body as Problem | undefined), status: request.status }))));
    };
    request.send(fileForm(file));
  });
  return { done, cancel: () => request.abort() };
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
