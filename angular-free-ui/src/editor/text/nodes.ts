import { mergeAttributes, Node } from '@tiptap/core';
import { shallowRef, watchEffect } from 'vue';
import { i18n, t } from '@/framework/i18n';
import { parseField } from '../fields';

/** A line that ends in the Markdown but not on the page: kept, so that an untouched line stays where it was. */
export const SoftBreak = Node.create({
  name: 'softBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  atom: true,
  parseHTML: () => [{ tag: 'span[data-soft-break]' }],
  renderHTML: () => ['span', { 'data-soft-break': '' }, ' '],
  renderText: () => '\n',
});

/** An image inside a text. Images of their own are blocks of the page. */
export const InlineImage = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  draggable: false,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' }, title: { default: null } }),
  // A pasted image is not ours to show: it is added as an image block, with its own description.
  parseHTML: () => [{ tag: 'img[data-kept][src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes, { 'data-kept': '' })],
});

export interface ChipOptions {
  /** What a field is called by the people of this space; `undefined` where it is not known. Reactive. */
  labelOf: (name: string) => string | undefined;
}

const CHIP_LABELS: Record<string, (source: string, labelOf: ChipOptions['labelOf']) => string> = {
  // « Prénom · chers amis »: what it is, and what stands there when it is not known.
  field: (source, labelOf) => {
    const { name, fallback } = parseField(source);
    const key = `letters.field.${name}`;
    return [labelOf(name) ?? (i18n.global.te(key) ? t(key) : name), fallback].filter(Boolean).join(' · ');
  },
  footnote: (source) => source.slice(2, -1),
};
const wordsOf = (kind: string, source: string, labelOf: ChipOptions['labelOf']) => CHIP_LABELS[kind]?.(source, labelOf) ?? source;

/** What the editor cannot hold inside a text (a field, a note, HTML, a reference): shown as a chip, written back as it was. */
export const Chip = Node.create<ChipOptions>({
  name: 'chip',
  addOptions: () => ({ labelOf: () => undefined }),
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    kind: { default: 'html', parseHTML: (element: HTMLElement) => element.getAttribute('data-chip') },
    source: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-source') },
  }),
  parseHTML: () => [{ tag: 'span[data-chip][data-source]' }],
  renderHTML({ node }) {
    const { kind, source } = node.attrs as { kind: string; source: string };
    return ['span', { 'data-chip': kind, 'data-source': source, class: 'chip' }, wordsOf(kind, source, this.options.labelOf)];
  },
  // In the editor the words follow: a field's name is known a moment later, its fallback changes.
  addNodeView() {
    const { labelOf } = this.options;
    return ({ node }) => {
      const { kind, source } = node.attrs as { kind: string; source: string };
      const dom = document.createElement('span');
      dom.className = 'chip';
      dom.dataset['chip'] = kind;
      const shown = shallowRef(source);
      const stop = watchEffect(() => {
        dom.dataset['source'] = shown.value;
        dom.textContent = wordsOf(kind, shown.value, labelOf);
        if (kind === 'field') dom.title = t('fieldWords.change');
      }, { flush: 'sync' });
      return {
        dom,
        update(next) {
          if (next.type !== node.type || next.attrs['kind'] !== kind) return false;
          shown.value = String(next.attrs['source']);
          return true;
        },
        ignoreMutation: () => true,
        destroy: stop,
      };
    };
  },
  renderText: ({ node }) => String(node.attrs['source']),
});

/** A whole block that the editor cannot hold: shown as it is written, movable and deletable, never changed. */
export const ProtectedBlock = Node.create({
  name: 'protectedBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ source: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-source') } }),
  // Before the code block, which would take any <pre>.
  parseHTML: () => [{ tag: 'pre[data-protected][data-source]', priority: 60 }],
  renderHTML({ node }) {
    const source = String(node.attrs['source']);
    return ['pre', { 'data-protected': '', 'data-source': source, class: 'protected' }, source === '' ? ' ' : source];
  },
  renderText: ({ node }) => String(node.attrs['source']),
});
