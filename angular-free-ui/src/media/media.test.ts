import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { actAs, serveApi, show } from '@/framework/testing';
import MediaPage from '@/modules/sites/pages/MediaPage.vue';
import { mediaPermissions, type MediaFile } from './api';
import FocusPicker from './FocusPicker.vue';
import { findFile, mediaLibrary, pickerRequest } from './library';
import MediaPicker from './MediaPicker.vue';
import { addFiles, cancel, retry, uploads } from './uploads';
import { consentHasEnded, focusOf, sizeInWords } from './words';

const photo: MediaFile = {
  id: 'm1', urn: 'media:m1', kind: 'Picture', fileName: 'fete.jpg', contentType: 'image/jpeg', alt: null, isDecorative: false, caption: null, credit: null,
  consentNote: null, consentUntil: null, width: 1200, height: 800, focusX: 50, focusY: 50, size: 412_000, hasVariants: true, url: '/media/s/h/o.jpg',
  thumbnailUrl: '/media/s/h/480.webp', creationTime: '2026-11-25T10:00:00Z', deletionTime: null, concurrencyStamp: '1',
};
const room = { usedBytes: 1024 ** 3, trashBytes: 0, maxBytes: 2 * 1024 ** 3 };

/** Requests that a test answers when it likes. */
class FakeRequest {
  static all: FakeRequest[] = [];
  headers: Record<string, string> = {};
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onabort?: () => void;
  status = 0;
  responseText = '';
  path = '';
  open(_method: string, path: string) {
    this.path = path;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name.toLowerCase()] = value;
  }
  send() {
    FakeRequest.all.push(this);
  }
  abort() {
    this.onabort?.();
  }
  async answer(status: number, body: unknown) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
    await flushPromises();
  }
}

const file = (name: string) => new File(['x'], name, { type: 'image/jpeg' });

beforeEach(() => {
  FakeRequest.all = [];
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  actAs(mediaPermissions.see, mediaPermissions.edit);
});
afterEach(() => uploads.value.forEach((upload) => cancel(upload.id)));

test('two files go at a time, each says how much of it is sent', async () => {
  const done = vi.fn();
  addFiles([file('a.jpg'), file('b.jpg'), file('c.jpg')], done);
  expect(FakeRequest.all).toHaveLength(2);
  FakeRequest.all[0]!.upload.onprogress?.({ lengthComputable: true, loaded: 1, total: 4 });
  expect(uploads.value.map((upload) => [upload.state, upload.part])).toEqual([['sending', 0.25], ['sending', 0], ['waiting', 0]]);
  await FakeRequest.all[0]!.answer(200, photo);
  expect(done).toHaveBeenCalledWith(photo);
  expect(FakeRequest.all).toHaveLength(3);
  expect(uploads.value.map((upload) => upload.file.name)).toEqual(['b.jpg', 'c.jpg']);
});

test('one that was refused says why, and can be sent again', async () => {
  addFiles([file('a.jpg')]);
  await FakeRequest.all[0]!.answer(400, { status: 400, code: 'Sites:MediaUnreadable', detail: 'Ce fichier est abîmé.' });
  expect(uploads.value[0]).toMatchObject({ state: 'failed', error: 'Ce fichier est abîmé.' });
  retry(uploads.value[0]!.id);
  expect(uploads.value[0]).toMatchObject({ state: 'sending', error: '' });
  await FakeRequest.all[1]!.answer(200, photo);
  expect(uploads.value).toEqual([]);
});

test('one that is far too heavy is refused at once, with a way out', async () => {
  const film = file('film.mp4');
  Object.defineProperty(film, 'size', { value: 300 * 1024 ** 2 });
  addFiles([film]);
  await flushPromises();
  expect(FakeRequest.all).toHaveLength(0);
  expect(uploads.value[0]!.error.replace(/\s/g, ' ')).toContain('300 Mo, et 25 Mo au plus');
});

test('one that was stopped makes room for the next', () => {
  addFiles([file('a.jpg'), file('b.jpg'), file('c.jpg')]);
  cancel(uploads.value[0]!.id);
  expect(FakeRequest.all).toHaveLength(3);
  expect(uploads.value.map((upload) => upload.state)).toEqual(['sending', 'sending']);
});

test('a file goes to the space that it was given to, whatever space is open when its turn comes', async () => {
  addFiles([file('a.jpg'), file('b.jpg'), file('c.jpg')]);
  history.replaceState(null, '', '/espace/tisserands/');
  await FakeRequest.all[0]!.answer(200, photo);
  expect(FakeRequest.all[2]!.headers['__tenant']).toBe('jardins-de-vaise');
  actAs(mediaPermissions.see);
});

test('leaving the tab is asked about while something is being sent', async () => {
  const leave = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  expect(leave()).toBe(false);
  addFiles([file('a.jpg')]);
  expect(leave()).toBe(true);
  await FakeRequest.all[0]!.answer(200, photo);
  expect(leave()).toBe(false);
});

test('the focus point follows the arrow keys and stays on the picture', async () => {
  const picker = mount(FocusPicker, { props: { src: '/a.jpg', alt: '', width: 300, height: 200, x: 98, y: 50 } });
  const mark = picker.find('[role=slider]');
  await mark.trigger('keydown', { key: 'ArrowRight' });
  expect(picker.emitted('update:x')).toEqual([[100]]);
  await mark.trigger('keydown', { key: 'ArrowUp' });
  expect(picker.emitted('update:y')?.at(-1)).toEqual([45]);
});

test('sizes, consent and focus are said as people and sites need them', () => {
  expect(sizeInWords(2_412_000, 'fr').replace(/\s/g, ' ')).toBe('2,3 Mo');
  expect(sizeInWords(348_000, 'en').replace(/\s/g, ' ')).toBe('340 kB');
  expect(consentHasEnded({ consentUntil: '2026-06-30' }, new Date(2026, 6, 1))).toBe(true);
  expect(consentHasEnded({ consentUntil: '2026-06-30' }, new Date(2026, 5, 30))).toBe(false);
  expect(consentHasEnded({ consentUntil: null })).toBe(false);
  expect(focusOf({ focusX: 8, focusY: 70 })).toBe('0% 75%');
});

test('what a document names is asked once, in one call', async () => {
  const calls = serveApi({ 'GET /api/sites/media/many': () => ({ items: [{ ...photo, id: 'm9', urn: 'media:m9' }] }) });
  expect(mediaLibrary.address('media:m9', 960)).toBe('');
  findFile('media:m9');
  findFile('media:m8');
  await flushPromises();
  expect(mediaLibrary.address('media:m9', 960)).toBe('/media/s/h/o.jpg');
  expect(mediaLibrary.address('media:m9', 320)).toBe('/media/s/h/480.webp');
  expect(calls.map((call) => call.query.get('ids'))).toEqual(['m9,m8']);
});

test('the picker answers with what is chosen, and with nothing when it is closed', async () => {
  serveApi({ 'GET /api/sites/media': () => ({ items: [photo], nextCursor: null }) });
  const answer = mediaLibrary.pick();
  const { page } = await show(MediaPicker, { kind: 'Picture', onAnswer: pickerRequest.value!.answer });
  await page.find('.grid button').trigger('click');
  expect(await answer).toEqual({ urn: 'media:m1', name: 'fete.jpg' });
  const none = mediaLibrary.documents.pick();
  pickerRequest.value!.answer(null);
  expect(await none).toBeNull();
});

test('a file that a page shows is deleted only after it was said where', async () => {
  const calls = serveApi({
    'GET /api/sites/media': () => ({ items: [photo], nextCursor: null }),
    'GET /api/sites/media/quota': () => room,
    'GET /api/sites/media/m1/usages': () => ({ items: [{ kind: 'page', title: 'Nous rejoindre', link: 'site/pages/p1' }] }),
    'DELETE /api/sites/media/m1': () => new Response(null, { status: 204 }),
  });
  const { page } = await show(MediaPage);
  await page.find('.grid button').trigger('click');
  await flushPromises();
  const press = async (name: string) => {
    await page.findAll('button').find((button) => button.text() === name)!.trigger('click');
    await flushPromises();
  };
  await press('Supprimer');
  expect(page.text()).toContain('Ce fichier est montré à un endroit');
  expect(calls.some((call) => call.method === 'DELETE')).toBe(false);
  await press('Supprimer quand même');
  expect(calls.find((call) => call.method === 'DELETE')?.query.get('evenIfUsed')).toBe('true');
});
