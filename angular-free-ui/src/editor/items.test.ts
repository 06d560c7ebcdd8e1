import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '@/framework/testing';
import { announced, toasts } from '@/ui/toasts';
import { provideReferences } from '@/framework/references';
import { itemsOf } from './items';
import { documentOf, openEditor, type OpenedEditor } from './testing';

let editor: OpenedEditor;
beforeEach(() => vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 0)));
afterEach(() => editor.wrapper.unmount());

const figures = () =>
  documentOf({
    type: 'figures',
    items: [
      { id: 'i1', value: '1', label: 'un' },
      { id: 'i2', value: '2', label: 'deux', later: { kept: true } },
      { id: 'i3', value: '3', label: 'trois' },
    ],
  });
const items = () => itemsOf(editor.document.value.blocks[0]!);
const ids = () => items().map((item) => item.id);
const button = (name: RegExp) => editor.wrapper.findAll('button').find((one) => name.test(one.attributes('aria-label') ?? one.text()))!;
/** As a click or the Tab key does. */
async function takeInHand() {
  editor.wrapper.find('[data-block="b1"] [data-item]').element.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await flushPromises();
}
const itemInHand = () => document.activeElement?.closest('[data-item]')?.getAttribute('data-item');
const undo = () => editor.wrapper.find('.block-editor').trigger('keydown', { key: 'z', ctrlKey: true });
const files = (...names: string[]) => names.map((name) => new File(['x'], name, { type: 'image/jpeg' }));

async function choose(chosen: File[]) {
  const input = editor.wrapper.find('input[type="file"]');
  Object.defineProperty(input.element, 'files', { value: chosen, configurable: true });
  await input.trigger('change');
  await flushPromises();
}

describe('The items of a block', () => {
  it('move by button, keep the focus on it, and say where they are', async () => {
    editor = await openEditor(figures());
    const down = button(/^Descendre : Chiffre 2|^Descendre\u00a0: Chiffre 2/);
    (down.element as HTMLElement).focus();
    await down.trigger('click');
    expect(ids()).toEqual(['i1', 'i3', 'i2']);
    await eventually(() => expect(announced.text).toBe('Place 3 sur 3.'));
    expect(itemInHand()).toBe('i2');
  });

  it('that undo has brought back are not brought back twice', async () => {
    editor = await openEditor(figures());
    await button(/^Supprimer.*Chiffre 2/).trigger('click');
    await undo();
    await toasts.at(-1)!.action!.run();
    await flushPromises();
    expect(ids()).toEqual(['i1', 'i2', 'i3']);
  });

  it('move by Alt and an arrow while the block stays where it is', async () => {
    editor = await openEditor({ ...figures(), blocks: [...figures().blocks, { id: 'b9', type: 'text', v: 1, markdown: 'x' }] });
    const field = editor.wrapper.find('[data-item="i1"] textarea');
    (field.element as HTMLElement).focus();
    await field.trigger('keydown', { key: 'ArrowDown', altKey: true });
    expect(ids()).toEqual(['i2', 'i1', 'i3']);
    expect(editor.document.value.blocks.map((block) => block.id)).toEqual(['b1', 'b9']);
    expect(itemInHand()).toBe('i1');
  });

  it('come back after they were taken out, at their place, with what was written since', async () => {
    editor = await openEditor(figures());
    await button(/^Supprimer.*Chiffre 2/).trigger('click');
    expect(ids()).toEqual(['i1', 'i3']);
    await editor.wrapper.find('[data-item="i1"] textarea').setValue('1000');
    await toasts.at(-1)!.action!.run();
    expect(items()).toMatchObject([{ value: '1000' }, { id: 'i2', later: { kept: true } }, { id: 'i3' }]);
  });

  it('are in the one history of the page', async () => {
    editor = await openEditor(figures());
    await editor.wrapper.find('[data-item="i2"] textarea').setValue('20');
    await takeInHand();
    await button(/^Ajouter un chiffre/).trigger('click');
    await button(/^Monter.*Chiffre 3/).trigger('click');
    expect(ids().slice(0, 3)).toEqual(['i1', 'i3', 'i2']);
    await undo();
    await undo();
    expect(ids()).toEqual(['i1', 'i2', 'i3']);
    expect(items()[1]!['value']).toBe('20');
    await undo();
    expect(editor.document.value).toEqual(figures());
  });

  it('end with the number that the block can hold', async () => {
    editor = await openEditor(documentOf({ type: 'figures', items: Array.from({ length: 8 }, (_, index) => ({ id: `i${index}`, value: '1', label: '' })) }));
    await takeInHand();
    expect(button(/^Ajouter un chiffre/).attributes('disabled')).toBeDefined();
  });

  it('that this version cannot tell apart keep their block as it is', async () => {
    editor = await openEditor(documentOf({ type: 'figures', items: [{ value: '1' }, 7] }));
    expect(editor.wrapper.text()).toContain('Il est gardé tel quel');
  });

  it('with two texts being typed lose neither', async () => {
    editor = await openEditor(
      documentOf({
        type: 'faq',
        items: [
          { id: 'i1', question: 'A', markdown: '' },
          { id: 'i2', question: 'B', markdown: '' },
        ],
      }),
    );
    editor.text(0).commands.insertContent('un');
    editor.text(1).commands.insertContent('deux');
    await button(/^Descendre.*Question 1/).trigger('click');
    expect(items().map((item) => String(item['markdown']).trim())).toEqual(['deux', 'un']);
  });
});

describe('A gallery', () => {
  const media = (upload = vi.fn((file: File) => Promise.resolve({ urn: `media:${file.name}`, name: file.name }))) => ({ upload, address: (urn: string) => `/${urn}` });

  it('takes many pictures at once, and undo takes them back in one step', async () => {
    editor = await openEditor(documentOf({ type: 'gallery', items: [] }), { media: media() });
    await choose(files('a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'));
    expect(items().map((item) => item['media'])).toEqual(['media:a.jpg', 'media:b.jpg', 'media:c.jpg', 'media:d.jpg']);
    await undo();
    expect(items()).toEqual([]);
    await editor.wrapper.find('.block-editor').trigger('keydown', { key: 'y', ctrlKey: true });
    expect(items()).toHaveLength(4);
    expect(items()[3]!['media']).toBe('media:d.jpg');
  });

  it('sends again the one that did not arrive', async () => {
    const upload = vi.fn((file: File) => Promise.resolve({ urn: `media:${file.name}`, name: file.name }));
    upload.mockRejectedValueOnce(new Error('Pas de réseau'));
    editor = await openEditor(documentOf({ type: 'gallery', items: [] }), { media: media(upload) });
    await choose(files('a.jpg', 'b.jpg'));
    expect(editor.wrapper.find('[role="alert"]').text()).toContain('Pas de réseau');
    await button(/^Réessayer/).trigger('click');
    await flushPromises();
    expect(items().map((item) => item['media'])).toEqual(['media:a.jpg', 'media:b.jpg']);
  });

  it('describes all pictures of one event with one sentence, and leaves those that are described', async () => {
    const picture = (id: string, alt: object) => ({ id, media: `media:${id}`, alt });
    const none = { kind: 'text', text: '' };
    editor = await openEditor(
      documentOf({ type: 'gallery', items: [picture('i1', none), picture('i2', { kind: 'text', text: 'Léa' }), picture('i3', { kind: 'decorative' }), picture('i4', none)] }),
      { media: media() },
    );
    await takeInHand();
    await editor.wrapper.find('.bulk input').setValue('Fête du quai');
    await button(/^Décrire ces 2 photos/).trigger('click');
    expect(items().map((item) => (item['alt'] as { text?: string }).text)).toEqual(['Fête du quai, photo 1', 'Léa', undefined, 'Fête du quai, photo 4']);
  });
});

describe('A block of courses', () => {
  it('offers those of the catalogue by name, once each, and says which one is gone', async () => {
    const all = [
      { address: 'course:ecrire', title: 'Écrire une lettre' },
      { address: 'course:publier', title: 'Publier son site' },
    ];
    provideReferences([
      { scheme: 'course', permissions: [], load: () => Promise.resolve((query) => Promise.resolve(query.includes(':') ? all.filter((one) => one.address === query) : all)) },
    ]);
    editor = await openEditor(documentOf({ type: 'courses', items: [{ id: 'i1', course: 'course:ecrire' }, { id: 'i2', course: 'course:vieux' }] }));
    await takeInHand();
    expect(editor.wrapper.find('[data-item="i1"]').text()).toContain('Écrire une lettre');
    expect(editor.wrapper.find('[data-item="i2"]').text()).toContain('n’est plus au catalogue');
    await editor.wrapper.find('.picker li button').trigger('click');
    expect(items().map((item) => item['course'])).toEqual(['course:ecrire', 'course:vieux', 'course:publier']);
  });
});
