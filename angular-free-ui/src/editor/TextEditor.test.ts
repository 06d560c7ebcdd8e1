import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import type { Editor } from '@tiptap/core';
import { afterEach, expect, test, vi } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { eventually } from '@/framework/testing';
import TextEditor from './TextEditor.vue';

let page: VueWrapper;
afterEach(() => page.unmount());

/** A text in a form, as the page of an event has it. */
async function open(text: string, props: Record<string, unknown> = {}) {
  const value = ref(text);
  const submitted = vi.fn((event: Event) => event.preventDefault());
  const editor = ref<{ flush: () => void }>();
  page = mount(defineComponent({
    setup: () => () => h('form', { onSubmit: submitted }, [h(TextEditor, { ...props, ref: editor, label: 'Description', modelValue: value.value, 'onUpdate:modelValue': (next: string) => (value.value = next) })]),
  }), { attachTo: document.body });
  await flushPromises();
  const surface = page.find('.ProseMirror');
  return { value, submitted, flush: () => editor.value?.flush(), surface, tiptap: (surface.element as HTMLElement & { editor: Editor }).editor };
}

test('the form around it is not sent by Enter in the dialog of a link', async () => {
  const { submitted, surface, tiptap, value } = await open('Venez');
  tiptap.commands.selectAll();
  await surface.trigger('keydown', { key: 'k', ctrlKey: true });
  await flushPromises();
  const input = document.querySelector<HTMLInputElement>('dialog input')!;
  input.value = 'https://exemple.fr';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await flushPromises();
  document.querySelector('dialog form')!.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  expect(submitted).not.toHaveBeenCalled();
  await eventually(() => expect(value.value).toBe('[Venez](https://exemple.fr)'));
});

test('what is being typed is in the form as soon as it is flushed', async () => {
  const { flush, tiptap, value } = await open('Un');
  tiptap.commands.insertContentAt(3, ' deux');
  flush();
  expect(value.value).toBe('Un deux');
});

test('a press on a field changes what stands in for it', async () => {
  const { surface, tiptap } = await open('À {{quartier|Lyon}}', { fields: [{ name: 'quartier', label: 'Quartier' }] });
  tiptap.commands.setNodeSelection(3);
  await surface.trigger('keydown', { key: 'Enter' });
  await flushPromises();
  expect(document.querySelector<HTMLInputElement>('dialog input')?.value).toBe('Lyon');
});

test('a text that is only read can be read by everybody, and is not changed', async () => {
  const { surface } = await open('Un', { readonly: true });
  expect(surface.attributes('contenteditable')).toBe('false');
  expect(surface.element.closest('[inert]')).toBeNull();
});

test('its undo has a button', async () => {
  const { flush, tiptap, value } = await open('Un');
  tiptap.commands.insertContentAt(3, ' deux');
  flush();
  await flushPromises();
  await page.findAll('button').find((button) => button.attributes('aria-label') === 'Annuler la dernière action')!.trigger('click');
  expect(value.value).toBe('Un');
});
