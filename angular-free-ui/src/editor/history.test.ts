import { afterEach, describe, expect, it, vi } from 'vitest';
import { flushPromises } from '@vue/test-utils';
import { sameContent, textField } from './page';
import { documentOf, openEditor, type OpenedEditor } from './testing';

let editor: OpenedEditor;

const text = () => textField(editor.document.value.blocks[0]!, 'markdown');
const undo = () => editor.wrapper.find('.block-editor').trigger('keydown', { key: 'z', ctrlKey: true });

describe('Undo', () => {
  afterEach(() => editor.wrapper.unmount());

  it.each([
    ['a letter in the first of two paragraphs', 'Un deux trois\n\nEncore', 3, '!', 3],
    // Which of the equal ones went nobody can tell.
    ['a letter like the one beside it', 'aaa bcd', 2, 'a', 3],
    ['a list item', '- un\n- deux', 5, 'x', 5],
  ])('leaves the caret where the change was: %s', async (_, markdown, at, typed, caret) => {
    editor = await openEditor(documentOf({ type: 'text', markdown }));
    editor.text().commands.setTextSelection(at);
    editor.text().view.dispatch(editor.text().state.tr.insertText(typed));
    await editor.settle();
    expect(text()).not.toBe(markdown);
    await undo();
    expect(text()).toBe(markdown);
    expect(editor.text().state.selection.from).toBe(caret);
  });

  it('shows a text of another shape whole', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: '# Un\n\n- deux\n\n> trois' }));
    editor.document.value = documentOf({ type: 'text', markdown: '- # Un\n\n  deux\n\n1. trois' });
    await flushPromises();
    editor.text().commands.insertContentAt(editor.text().state.doc.content.size - 3, '!');
    await editor.settle();
    expect(text()).toBe('- # Un\n\n  deux\n\n1. trois!');
  });

  it('is still there when the hub gives the same text back', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: 'Un' }));
    editor.text().commands.insertContentAt(3, ' deux');
    await editor.settle();
    const { blocks, ...rest } = editor.document.value;
    editor.document.value = { blocks: blocks.map(({ id, ...block }) => ({ ...block, id })), ...rest };
    await flushPromises();
    await undo();
    expect(text()).toBe('Un');
  });

  it('does not bring back what was there before another text came', async () => {
    editor = await openEditor(documentOf({ type: 'text', markdown: 'Un' }));
    editor.text().commands.insertContentAt(3, ' deux');
    await editor.settle();
    editor.document.value = documentOf({ type: 'text', markdown: 'Autre' });
    await flushPromises();
    await undo();
    expect(text()).toBe('Autre');
  });
});

it.each([
  [{ a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[], {}, false],
])('two texts are the same whatever the order of their fields: %j and %j', (one, other, same) => expect(sameContent(one, other)).toBe(same));

it('The tools follow what the keyboard leaves of the screen', async () => {
  const viewport = Object.assign(new EventTarget(), { height: 768, offsetTop: 0 });
  vi.stubGlobal('visualViewport', viewport);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(768);
  editor = await openEditor(documentOf());
  const covered = () => editor.wrapper.find<HTMLElement>('.block-editor').element.style.getPropertyValue('--covered');
  expect(covered()).toBe('0px');
  Object.assign(viewport, { height: 420, offsetTop: 12 });
  viewport.dispatchEvent(new Event('resize'));
  expect(covered()).toBe('336px');
  editor.wrapper.unmount();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});
