import { send } from './api/http';

/** Gives a text to the browser as a file. */
export function saveFile(name: string, content: BlobPart, type = 'text/csv;charset=utf-8') {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Downloads through fetch, since a plain link cannot name the space. */
export async function download(path: string, name: string) {
  const response = await send('GET', path);
  const given = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveFile(given ? decodeURIComponent(given) : name, await response.blob());
}

/** One CSV cell, as spreadsheets read it; a formula stays text. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
