import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actAs, eventually, refusal, serveApi, show, type Call } from '@/framework/testing';
import type { MediaFile } from '@/media/api';
import FilesButton from '@/media/FilesButton.vue';
import MediaDetails from './components/MediaDetails.vue';

const picture: MediaFile = {
  id: 'm1', urn: 'media:m1', kind: 'Picture', fileName: 'fete.jpg', contentType: 'image/jpeg', url: '/m1.jpg', thumbnailUrl: '/m1.jpg', width: 800, height: 600, size: 1000, hasVariants: true,
  alt: 'Une fête', isDecorative: false, caption: null, credit: null, consentNote: null, consentUntil: null, focusX: 50, focusY: 50, creationTime: '2026-06-01T10:00:00', deletionTime: null, concurrencyStamp: '1',
};
const replacement = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('@/media/send', () => ({ sendFile: () => ({ done: replacement(), cancel: () => undefined }) }));
const closed = vi.fn();
let stored: MediaFile;
let calls: Call[];
let shown: Awaited<ReturnType<typeof show>>;

beforeEach(async () => {
  closed.mockClear();
  stored = picture;
  actAs('Sites.Media', 'Sites.Media.Edit');
  calls = serveApi({
    'GET /api/sites/media/m1/usages': () => ({ items: [{ kind: 'page', title: 'Notre fête', link: 'site/pages/p1' }] }),
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

describe('A picture that takes the place of another', () => {
  async function replace(now: MediaFile) {
    stored = now;
    replacement.mockResolvedValue(now);
    shown.page.findComponent(FilesButton).vm.$emit('files', [new File(['x'], 'autre.jpg')]);
    await flushPromises();
  }
  const other: MediaFile = { ...picture, url: '/m2.jpg', thumbnailUrl: '/m2.jpg', concurrencyStamp: '2' };

  it('asks whether what was said of the former one still holds, here and where it is shown', async () => {
    await shown.page.findAll('input').find((input) => input.element.labels?.[0]?.textContent.startsWith('Qui est d’accord'))!.setValue('parents de Lou');
    await replace(other);
    await eventually(() => expect(document.activeElement).toBe(alt().element));
    const notice = shown.page.find('.notice.warn');
    expect(notice.text()).toContain('La description vaut-elle encore');
    expect(notice.find('a').text()).toBe('Notre fête');
    expect(notice.text()).toContain('parents de Lou');
    expect(alt().element.value).toBe('Une fête');

    await alt().setValue('Un pommier');
    await press('Enregistrer');
    await eventually(() => expect(closed).toHaveBeenCalled());
    expect(stored).toMatchObject({ alt: 'Un pommier', consentNote: null, focusX: 50 });
  });

  it('asks nothing when it is the same', async () => {
    await replace({ ...picture, concurrencyStamp: '2' });
    expect(shown.page.find('.notice.warn').exists()).toBe(false);
  });
});
