import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import type { Editor } from '@tiptap/core';
import { defineComponent, h, shallowRef, type ShallowRef } from 'vue';
import { eventually } from '@/framework/testing';
import BlockEditor from './BlockEditor.vue';
import type { PageDocument } from './page';

/** Test help: the editor over a document, as a page of the workspace holds it. */
export interface OpenedEditor {
  wrapper: VueWrapper;
  document: ShallowRef<PageDocument>;
  /** The TipTap editor of the n-th text. */
  text(index?: number): Editor;
  /** Waits until what was typed is in the document. */
  settle(): Promise<void>;
}

export async function openEditor(initial: PageDocument, props: Record<string, unknown> = {}): Promise<OpenedEditor> {
  const document = shallowRef(initial);
  const Host = defineComponent({
    setup: () => () =>
      h(BlockEditor, { ...props, label: 'Page', modelValue: document.value, 'onUpdate:modelValue': (next: PageDocument) => (document.value = next) }),
  });
  const wrapper = mount(Host, { attachTo: globalThis.document.body });
  await flushPromises();
  return {
    wrapper,
    document,
    text(index = 0) {
      const surface = wrapper.findAll('.ProseMirror')[index]?.element as (HTMLElement & { editor?: Editor }) | undefined;
      if (surface?.editor === undefined) throw new Error(`There is no text ${index}.`);
      return surface.editor;
    },
    async settle() {
      await eventually(() => {
        const editors = wrapper.findAll('.ProseMirror');
        if (editors.length === 0) throw new Error('no text');
      });
      await new Promise((resolve) => setTimeout(resolve, 350));
      await flushPromises();
    },
  };
}

export function documentOf(...blocks: Record<string, unknown>[]): PageDocument {
  return { schema: 'page/1', lang: 'fr', blocks: blocks.map((block, index) => ({ id: `b${index + 1}`, v: 1, ...block })) as never };
}
