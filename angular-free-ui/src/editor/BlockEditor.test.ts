import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '@/framework/testing';
import { announced, toasts } from '@/ui/toasts';
import { itemsOf } from './items';
import { move, PAGE, parseDocument, remove, textField, type PageDocument } from './page';
import { documentOf, openEditor, type OpenedEditor } from './testing';

let editor: OpenedEditor;
afterEach(() => editor.wrapper.unmount());

const kinds = (document: PageDocument) => document.blocks.map((block) => block.id);
const button = (name: RegExp, at = 0) => editor.wrapper.findAll('button').filter((one) => name.test(one.attributes('aria-label') ?? one.text()))[at]!;
const rich = 'Un\u00a0: <kbd>Ctrl</kbd>, {{prenom}} et une note[^1].\n\n* a\n* b\n\n| x |\n|---|\n| 1 |\n\nFin\n\n[^1]: La note\n';

describe('The text of a block', () => {
  it('opens, takes one letter, and the rest is still there', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: rich }));
    expect(editor.text().getText()).toContain('Fin');
    const at = editor.text().state.doc.content.size;
    let end = 0;
    editor.text().state.doc.descendants((node, position) => {
      if (node.isText && node.text === 'Fin') end = position + 3;
    });
    expect(end).toBeLessThan(at);
    editor.text().commands.insertContentAt(end, '!');
    await editor.settle();
    expect(textField(editor.document.value.blocks[0]!, 'markdown')).toBe(rich.replace('Fin', 'Fin!'));
  });

  it('is not changed by being opened and left', async () => {
    const document = documentOf({ type: 'text', markdown: rich });
    editor = await openEditor(document);
    editor.text().commands.focus();
    editor.text().commands.blur();
    await editor.settle();
    expect(editor.document.value).toBe(document);
  });

  it('shows what undo brings back', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: 'Un' }));
    editor.text().commands.insertContentAt(3, ' deux');
    await editor.settle();
    expect(textField(editor.document.value.blocks[0]!, 'markdown')).toBe('Un deux');
    await button(/Annuler la dernière/).trigger('click');
    expect(editor.text().getText()).toBe('Un');
    await button(/Rétablir/).trigger('click');
    expect(editor.text().getText()).toBe('Un deux');
  });

  it('calls a field by its name in the address book, and changes what stands in for it', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: 'À {{quartier|Lyon}}' }), { fields: [{ name: 'quartier', label: 'Quartier' }] });
    expect(editor.wrapper.find('.chip').text()).toBe('Quartier · Lyon');
    editor.text().commands.setNodeSelection(3);
    await editor.wrapper.find('.ProseMirror').trigger('keydown', { key: 'Enter' });
    await flushPromises();
    const input = document.querySelector<HTMLInputElement>('dialog input')!;
    expect(input.value).toBe('Lyon');
    input.value = 'ici |même';
    input.dispatchEvent(new Event('input'));
    document.querySelector('dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await editor.settle();
    expect(textField(editor.document.value.blocks[0]!, 'markdown')).toBe('À {{quartier|ici même}}');
    expect(editor.wrapper.find('.chip').text()).toBe('Quartier · ici même');
  });

  it('asks what stands in for a field of the space that is put in', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: 'Chers' }), { fields: [{ name: 'quartier', label: 'Quartier' }] });
    editor.text().commands.focus('end');
    await flushPromises();
    await button(/Ajouter un champ du carnet/).trigger('click');
    await flushPromises();
    await editor.wrapper.find('[role=menuitem]').trigger('click');
    await flushPromises();
    document.querySelector('dialog form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await flushPromises();
    expect(document.querySelector('dialog')!.textContent).toContain('Écrivez quelque chose');
    expect(editor.text().getText()).toBe('Chers');
  });

  it('keeps what cannot be saved, and says so', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: '<!-- jamais fermé\n' }));
    editor.text().commands.insertContentAt(editor.text().state.doc.content.size, { type: 'paragraph', content: [{ type: 'text', text: 'Avalé' }] });
    await editor.settle();
    expect(textField(editor.document.value.blocks[0]!, 'markdown')).toBe('<!-- jamais fermé\n');
    expect(editor.text().getText()).toContain('Avalé');
    expect(editor.wrapper.find('[role="alert"]').text()).toContain('Votre texte reste ici');
  });
});

describe('The blocks', () => {
  const three = () => documentOf({ type: 'text', markdown: 'A' }, { type: 'button', label: 'B', target: '' }, { type: 'text', markdown: 'C' });

  it('move by button, with the focus and a word about it', async () => {
    editor = await openEditor(three());
    const down = button(/^Descendre/);
    (down.element as HTMLElement).focus();
    await down.trigger('click');
    expect(kinds(editor.document.value)).toEqual(['b2', 'b1', 'b3']);
    await eventually(() => expect(announced.text).toContain('place 2 sur 3'));
    expect((document.activeElement as HTMLElement).closest('[data-block]')?.getAttribute('data-block')).toBe('b1');
  });

  it('that are dropped where they are change nothing', () => {
    const document = three();
    for (const index of [1, 2]) expect(move(document, 'b2', { ...PAGE, index })).toBe(document);
  });

  it('move by Alt and an arrow from inside the text', async () => {
    editor = await openEditor(three());
    editor.text(1).commands.focus();
    await flushPromises();
    editor.wrapper.findAll('.ProseMirror')[1]!.element.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    await editor.wrapper.findAll('.ProseMirror')[1]!.trigger('keydown', { key: 'ArrowUp', altKey: true });
    expect(kinds(editor.document.value)).toEqual(['b1', 'b3', 'b2']);
  });

  it('come back after a delete, with what was written since', async () => {
    editor = await openEditor(three());
    await button(/^Supprimer/, 1).trigger('click');
    expect(kinds(editor.document.value)).toEqual(['b1', 'b3']);
    editor.text().commands.insertContentAt(2, '!');
    await editor.settle();
    await toasts.at(-1)!.action!.run();
    await flushPromises();
    expect(kinds(editor.document.value)).toEqual(['b1', 'b2', 'b3']);
    expect(textField(editor.document.value.blocks[0]!, 'markdown')).toBe('A!');
  });

  it('that undo has brought back are not brought back twice', async () => {
    editor = await openEditor(three());
    await button(/^Supprimer/, 1).trigger('click');
    const { action, id } = toasts.at(-1)!;
    editor.text().commands.insertContentAt(2, '!');
    await editor.settle();
    const undo = () => button(/Annuler la dernière/).trigger('click');
    await undo();
    await undo();
    expect(toasts.some((toast) => toast.id === id)).toBe(false);
    await action!.run();
    expect(kinds(editor.document.value)).toEqual(['b1', 'b2', 'b3']);
  });

  it('are found by another word for them, and added by Enter', async () => {
    editor = await openEditor(documentOf());
    await editor.wrapper.find('[data-add]').trigger('click');
    const search = editor.wrapper.find('[role="combobox"]');
    await search.setValue('attention');
    expect(editor.wrapper.findAll('[role="option"]').map((option) => option.find('b').text())).toEqual(['Encadré']);
    await search.trigger('keydown', { key: 'Enter' });
    expect(editor.document.value.blocks[0]!.type).toBe('callout');
  });

  it('that are less common stand behind « plus », and the search finds them at once', async () => {
    editor = await openEditor(documentOf());
    const offered = () => editor.wrapper.findAll('[role="option"] b').map((name) => name.text());
    await editor.wrapper.find('[data-add]').trigger('click');
    expect(offered()).not.toContain('Étapes');
    await button(/Plus de blocs/).trigger('click');
    expect(offered()).toContain('Étapes');
    await editor.wrapper.find('[role="combobox"]').setValue('trombinoscope');
    expect(offered()).toEqual(['Équipe']);
    await editor.wrapper.find('[role="combobox"]').setValue('trait');
    expect(offered()).toEqual(['Séparateur']);
  });

  it('are copied with identities of their own, down to the items', async () => {
    const items = [{ id: 'i1', question: 'Quand ?', markdown: 'Samedi.' }];
    editor = await openEditor(documentOf({ type: 'faq', items }));
    await button(/^Autres actions/).trigger('click');
    await button(/Faire une copie/).trigger('click');
    const copy = editor.document.value.blocks[1]!;
    expect(copy).toMatchObject({ type: 'faq', items: [{ question: 'Quand ?', markdown: 'Samedi.' }] });
    expect([copy.id, itemsOf(copy)[0]!.id]).not.toEqual(['b1', 'i1']);
  });

  it('become another kind without losing a word', async () => {
    editor = await openEditor(documentOf({ type: 'quote', markdown: 'Ici, *on sème*.', author: 'Léa', source: 'Bulletin', tone: 'soft' }));
    await button(/^Autres actions/).trigger('click');
    await button(/Transformer en.*Texte/).trigger('click');
    expect(editor.document.value.blocks[0]).toEqual({ id: 'b1', v: 1, type: 'text', tone: 'soft', markdown: '> Ici, *on sème*.\n\n— Léa, Bulletin' });
  });

  it('say in words until when they are shown, and that they are hidden afterwards', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: 'A', until: '2999-01-31' }, { type: 'text', markdown: 'B', until: '2020-01-31', audience: 'members' }));
    expect(editor.wrapper.text()).toContain('Visible jusqu’au 31 janvier 2999');
    expect(editor.wrapper.text()).toContain('Caché\u00a0: c’était jusqu’au 31 janvier 2020');
    expect(editor.wrapper.text()).toContain('Pour les membres');
  });

  it('offer the settings that do something there, and those that are set, to take them back', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: 'A' }, { type: 'text', markdown: 'B', audience: 'members' }), { settings: ['tone', 'until'] });
    const labels = (at: number) => editor.wrapper.findAll('[data-block]')[at]!.findAll('.settings label').map((label) => label.text());
    await button(/^Réglages/, 0).trigger('click');
    await button(/^Réglages/, 1).trigger('click');
    expect(labels(0)).toEqual(['Fond', 'Montrer jusqu’au']);
    expect(labels(1)).toEqual(['Fond', 'Pour qui', 'Montrer jusqu’au']);
  });

  it('offer no picture where none can be kept', async () => {
    editor = await openEditor(documentOf());
    await editor.wrapper.find('[data-add]').trigger('click');
    expect(editor.wrapper.findAll('[role="option"] b').map((name) => name.text())).not.toContain('Image');
  });

  it('of an unknown type are shown, move, and stay as they are', async () => {
    const strange = { id: 'b1', type: 'futur', v: 9, title: 'Demain', deep: { a: [1, { b: null }] } };
    editor = await openEditor({ schema: 'page/1', lang: 'fr', more: 1, blocks: [strange, { id: 'b2', type: 'text', v: 1, markdown: 'x' }] });
    expect(editor.wrapper.text()).toContain('Demain');
    await button(/^Descendre/).trigger('click');
    expect(JSON.stringify(editor.document.value.blocks[1])).toBe(JSON.stringify(strange));
    expect(editor.document.value['more']).toBe(1);
  });

  it('of a column keep to two levels, and no column loses its blocks', async () => {
    const inner = (id: string) => ({ id, type: 'text', v: 1, markdown: id });
    editor = await openEditor(documentOf({ type: 'columns', columns: [[inner('x')], [inner('y')], [inner('z')]] }));
    await button(/^Réglages : Colonnes/).trigger('click');
    await editor.wrapper.find('.settings select').setValue('2');
    const columns = editor.document.value.blocks[0]!['columns'] as { id: string }[][];
    expect(columns.map((column) => column.map((block) => block.id))).toEqual([['x'], ['y', 'z']]);
    await editor.wrapper.find('.column .insert button').trigger('click');
    expect(editor.wrapper.findAll('[role="option"]').map((option) => option.find('b').text())).not.toContain('Colonnes');
  });
});

describe('The blocks beside columns', () => {
  const inner = (id: string) => ({ id, type: 'text', v: 1, markdown: id });
  const beside = () =>
    documentOf({ type: 'columns', columns: [[inner('x')], []] }, { type: 'button', label: 'B', target: '' }, { type: 'faq', items: [] });
  const columns = (at = 0) => (editor.document.value.blocks[at]!['columns'] as { id: string }[][]).map((column) => column.map((block) => block.id));
  const frame = (id: string) => editor.wrapper.find(`[data-block="${id}"]`);
  const menuOf = async (id: string) => {
    await frame(id).find('.handles .opener').trigger('click');
    return frame(id).findAll('.handles [role=menuitem]');
  };
  const choose = async (id: string, label: string) => {
    const item = (await menuOf(id)).find((one) => one.text() === label);
    expect(item, label).toBeDefined();
    await item!.trigger('click');
  };
  const focusIn = (id: string) => frame(id).element.contains(document.activeElement);

  it('go into an empty column by their menu, the focus goes with them, and one undo takes it back', async () => {
    editor = await openEditor(beside());
    await choose('b2', 'Dans la colonne 2');
    expect(columns()).toEqual([['x'], ['b2']]);
    expect(kinds(editor.document.value)).toEqual(['b1', 'b3']);
    await eventually(() => expect(announced.text).toContain('Bouton\u00a0: colonne 2, place 1 sur 1'));
    await eventually(() => expect(focusIn('b2')).toBe(true));
    await button(/Annuler la dernière/).trigger('click');
    expect(columns()).toEqual([['x'], []]);
    expect(kinds(editor.document.value)).toEqual(['b1', 'b2', 'b3']);
  });

  it('go from one column to the other, and out again behind the columns', async () => {
    editor = await openEditor(beside());
    await choose('x', 'Dans la colonne 2');
    expect(columns()).toEqual([[], ['x']]);
    await choose('x', 'Hors des colonnes');
    expect(kinds(editor.document.value)).toEqual(['b1', 'x', 'b2', 'b3']);
    await eventually(() => expect(announced.text).toContain('hors des colonnes, place 2 sur 4'));
    await eventually(() => expect(focusIn('x')).toBe(true));
  });

  it('are offered only the columns where they fit, of the nearest block of columns', async () => {
    const far = { type: 'columns', columns: [[], [], []] };
    editor = await openEditor(documentOf(...beside().blocks, far, { type: 'text', markdown: 'C' }));
    const ways = async (id: string) => (await menuOf(id)).map((one) => one.text()).filter((label) => label.includes('colonne'));
    expect(await ways('b2')).toEqual(['Dans la colonne 1', 'Dans la colonne 2']);
    expect(await ways('b3')).toEqual([]);
    await choose('b5', 'Dans la colonne 3');
    expect(columns(3)).toEqual([[], [], ['b5']]);
  });

  it('that this version does not know come out of a column, unchanged', async () => {
    const strange = { id: 'z', type: 'futur', v: 9, deep: [1] };
    editor = await openEditor(documentOf({ type: 'columns', columns: [[strange], []] }));
    const [out, ...others] = await menuOf('z');
    expect([out!.text(), others.length]).toEqual(['Hors des colonnes', 0]);
    await out!.trigger('click');
    expect(editor.document.value.blocks[1]).toBe(strange);
  });
});

describe('The document', () => {
  it('is refused when it is none', () => {
    expect(() => parseDocument('{"blocks":3}')).toThrow(SyntaxError);
  });

  it('that has two blocks of one identity loses only one of them', () => {
    const document = parseDocument('{"schema":"page/1","lang":"fr","blocks":[{"id":"b1","type":"text"},{"id":"b2","type":"text"},{"id":"b1","type":"text"}]}');
    expect(kinds(remove(document, 'b1'))).toEqual(['b2', 'b1']);
  });
});
