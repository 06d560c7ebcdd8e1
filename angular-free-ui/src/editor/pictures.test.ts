import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toasts } from '@/ui/toasts';
import type { Medium } from './context';
import { itemsOf } from './items';
import { altFor, altText } from './pictures';
import { documentOf, openEditor, type OpenedEditor } from './testing';

let editor: OpenedEditor;
afterEach(() => editor.wrapper.unmount());

const image = (media: string, alt: unknown, more = {}) => documentOf({ type: 'image', media, alt, ...more });
const empty = { kind: 'text', text: '' };
const shows = (text: string) => ({ kind: 'text', text });
const first = () => editor.document.value.blocks[0]!;
const library = (answer: Partial<Medium>) => ({
  upload: vi.fn().mockResolvedValue({ urn: 'media:2', name: 'a.jpg', ...answer }),
  pick: vi.fn().mockResolvedValue({ urn: 'media:2', name: 'a.jpg', ...answer }),
  address: (urn: string) => `/${urn}`,
});
const press = async (words: RegExp) => {
  await editor.wrapper.findAll('button').find((one) => words.test(one.text()))!.trigger('click');
  await flushPromises();
};
const takeInHand = async () => {
  editor.wrapper.find('[data-block]').element.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await flushPromises();
};
async function chooseFile() {
  const input = editor.wrapper.find<HTMLInputElement>('input[type="file"]');
  const value = vi.fn();
  Object.defineProperty(input.element, 'files', { value: [new File(['x'], 'a.jpg', { type: 'image/jpeg' })], configurable: true });
  Object.defineProperty(input.element, 'value', { set: value, configurable: true });
  await input.trigger('change');
  await flushPromises();
  return value;
}

describe('A picture', () => {
  it('is uploaded, and asks for a description or the word that it only decorates', async () => {
    editor = await openEditor(image('', empty), { media: library({}) });
    await chooseFile();
    expect(first()['media']).toBe('media:2');
    await editor.wrapper.find('input[type="checkbox"]').setValue(true);
    expect(first()['alt']).toEqual({ kind: 'decorative' });
  });

  it('keeps its place and says what went wrong when the upload fails', async () => {
    const media = { upload: vi.fn().mockRejectedValue(new Error('Image trop lourde')), address: () => '' };
    editor = await openEditor(image('', empty), { media });
    await chooseFile();
    expect(editor.wrapper.find('[role="alert"]').text()).toContain('Image trop lourde');
  });

  it('that takes the place of another does not take its description, and says so', async () => {
    editor = await openEditor(image('media:1', shows('Le quai')), { media: library({}) });
    await chooseFile();
    expect(first()).toMatchObject({ media: 'media:2', alt: empty });
    expect(toasts.at(-1)!.text).toContain('dites ce que montre la nouvelle');
  });

  it('of the library that takes the place of another comes with its own description', async () => {
    editor = await openEditor(image('', shows('')), { media: library({ alt: 'Le jardin', caption: 'Juin' }) });
    await press(/médiathèque/);
    expect(first()).toMatchObject({ media: 'media:2', alt: shows('Le jardin'), caption: 'Juin' });
  });

  it('can be chosen again, the same file', async () => {
    for (const type of ['image', 'gallery']) {
      editor = await openEditor(documentOf({ type, media: '', alt: empty, ...(type === 'gallery' && { items: [] }) }), { media: library({}) });
      expect(await chooseFile()).toHaveBeenCalledWith('');
      if (type === 'image') editor.wrapper.unmount();
    }
  });

  it('that is ticked as decorative by mistake keeps its words', async () => {
    editor = await openEditor(image('media:1', shows('Le quai')), { media: library({}) });
    await takeInHand();
    const box = () => editor.wrapper.find('input[type="checkbox"]');
    await box().setValue(true);
    await box().setValue(false);
    expect(first()['alt']).toEqual(shows('Le quai'));
  });

  it('of a gallery brings what the library knows of it', async () => {
    editor = await openEditor(documentOf({ type: 'gallery', items: [] }), { media: library({ decorative: true, caption: 'Juin' }) });
    await press(/médiathèque/);
    expect(itemsOf(first())[0]).toMatchObject({ media: 'media:2', alt: { kind: 'decorative' }, caption: 'Juin' });
  });
});

describe('What a picture shows', () => {
  const medium = { urn: 'media:2', name: 'a.jpg' };

  it('is kept when it was written before the picture came', () => {
    expect(altFor({ ...medium, alt: 'Autre' }, { media: '', alt: shows('Collé avec le texte') })).toEqual(shows('Collé avec le texte'));
  });

  it('is nothing to say of a place that only decorates, unless the picture has words', () => {
    expect(altFor(medium, { media: 'media:1', alt: { kind: 'decorative' } })).toEqual({ kind: 'decorative' });
    expect(altFor({ ...medium, alt: 'Le jardin' }, { media: 'media:1', alt: { kind: 'decorative' } })).toEqual(shows('Le jardin'));
  });

  it('is one line, no longer than the server keeps', () => {
    expect(altText(`  Un\n deux${'x'.repeat(400)}`)).toEqual(shows(`Un deux${'x'.repeat(293)}`));
  });
});
