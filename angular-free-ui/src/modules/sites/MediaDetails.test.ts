import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actAs, eventually, refusal, serveApi, show, type Call } from '@/framework/testing';
import type { MediaFile } from '@/media/api';
import MediaDetails from './components/MediaDetails.vue';

const picture: MediaFile = {
  id: 'm1', urn: 'media:m1', kind: 'Picture', fileName: 'fete.jpg', contentType: 'image/jpeg', url: '/m1.jpg', thumbnailUrl: '/m1.jpg', width: 800, height: 600, size: 1000, hasVariants: true,
  alt: 'Une fête', isDecorative: false, caption: null, credit: null, consentNote: null, consentUntil: null, focusX: 50, focusY: 50, creationTime: '2026-06-01T10:00:00', deletionTime: null, concurrencyStamp: '1',
};
const closed = vi.fn();
let stored: MediaFile;
let calls: Call[];
let shown: Awaited<ReturnType<typeof show>>;

beforeEach(async () => {
  closed.mockClear();
  stored = picture;
  actAs('Sites.Media', 'Sites.Media.Edit');
  calls = serveApi({
    'GET /api/sites/media/m1/usages': () => ({ items: [] }),
    'GET /api/sites/media/m1': () => stored,
    'PUT /api/sites/media/m1': ({ body }) => {
      const change = body as MediaFile;
      if (change.concurrencyStamp !== stored.concurrencyStamp) return refusal(409, 'Abp:Concurrency', 'Trop tard.');
      return (stored = { ...stored, ...change, concurrencyStamp: `${change.concurrencyStamp}+` });
    },
  });
  shown = await show(MediaDetails, { file: picture, onClose: closed });
});
afterEach(() => shown.page.unmount());

const alt = () => shown.page.find('textarea');
const press = async (name: string) => {
  await shown.page.findAll('button').find((button) => button.text() === name)!.trigger('click');
  await flushPromises();
};
const saves = () => calls.filter((call) => call.method === 'PUT');

describe('A picture that two people describe', () => {
  it('keeps what each wrote in another field, and asks nothing', async () => {
    stored = { ...picture, credit: 'Karim Haddad', hasVariants: false, focusX: 20, concurrencyStamp: '2' };
    await alt().setValue('Une fête sur le quai');
    await press('Enregistrer');
    await eventually(() => expect(closed).toHaveBeenCalled());
    expect(stored).toMatchObject({ alt: 'Une fête sur le quai', credit: 'Karim Haddad', focusX: 20, concurrencyStamp: '2+' });
  });

  it.each([
    ['theirs', 'Un repas au bord de l’eau'],
    ['mine', 'Une fête sur le quai'],
  ])('shows both when they wrote in the same field, and saves nothing before somebody has chosen %s', async (side, kept) => {
    stored = { ...picture, alt: 'Un repas au bord de l’eau', credit: 'Karim Haddad', concurrencyStamp: '2' };
    await alt().setValue('Une fête sur le quai');
    await press('Enregistrer');
    await eventually(() => expect(shown.page.text()).toContain('Un repas au bord de l’eau'));
    expect(closed).not.toHaveBeenCalled();
    expect(saves()).toHaveLength(1);
    expect(alt().element.value).toBe('Une fête sur le quai');

    await shown.page.find(`input[type="radio"][value="${side}"]`).setValue(true);
    await press('Enregistrer mes choix');
    await eventually(() => expect(closed).toHaveBeenCalled());
    expect(stored).toMatchObject({ alt: kept, credit: 'Karim Haddad' });
  });

  it('asks again when the choice was put off', async () => {
    stored = { ...picture, alt: 'Un repas au bord de l’eau', concurrencyStamp: '2' };
    await alt().setValue('Une fête sur le quai');
    await press('Enregistrer');
    await eventually(() => expect(shown.page.findAll('dialog[open]')).toHaveLength(2));
    await shown.page.findAll('dialog[open]').at(-1)!.find('button[aria-label="Fermer"]').trigger('click');
    expect(alt().element.value).toBe('Une fête sur le quai');
    await press('Enregistrer');
    await eventually(() => expect(shown.page.findAll('dialog[open]')).toHaveLength(2));
    expect(stored.alt).toBe('Un repas au bord de l’eau');
  });
});
