import { Columns3, ImageIcon, Megaphone, MousePointerClick, Newspaper, Type } from '@lucide/vue';
import ButtonBlock from './blocks/ButtonBlock.vue';
import CalloutBlock from './blocks/CalloutBlock.vue';
import ColumnsBlock from './blocks/ColumnsBlock.vue';
import ImageBlock from './blocks/ImageBlock.vue';
import NewsBlock from './blocks/NewsBlock.vue';
import TextBlock from './blocks/TextBlock.vue';
import type { BlockType } from './context';

/** The blocks that every document may use. */
export const builtInTypes: readonly BlockType[] = [
  {
    type: 'text',
    labelKey: 'editor.block.text',
    hintKey: 'editor.hint.text',
    wordsKey: 'editor.words.text',
    icon: Type,
    component: TextBlock,
    create: () => ({ type: 'text', v: 1, markdown: '' }),
    inColumns: true,
  },
  {
    type: 'image',
    labelKey: 'editor.block.image',
    hintKey: 'editor.hint.image',
    wordsKey: 'editor.words.image',
    icon: ImageIcon,
    component: ImageBlock,
    create: () => ({ type: 'image', v: 1, media: '', alt: { kind: 'text', text: '' } }),
    inColumns: true,
  },
  {
    type: 'button',
    labelKey: 'editor.block.button',
    hintKey: 'editor.hint.button',
    wordsKey: 'editor.words.button',
    icon: MousePointerClick,
    component: ButtonBlock,
    create: () => ({ type: 'button', v: 1, label: '', target: '' }),
    inColumns: true,
  },
  {
    type: 'callout',
    labelKey: 'editor.block.callout',
    hintKey: 'editor.hint.callout',
    wordsKey: 'editor.words.callout',
    icon: Megaphone,
    component: CalloutBlock,
    create: () => ({ type: 'callout', v: 1, kind: 'info', markdown: '' }),
    inColumns: true,
  },
  {
    type: 'columns',
    labelKey: 'editor.block.columns',
    hintKey: 'editor.hint.columns',
    wordsKey: 'editor.words.columns',
    icon: Columns3,
    component: ColumnsBlock,
    create: () => ({ type: 'columns', v: 1, columns: [[], []] }),
  },
  {
    type: 'news',
    labelKey: 'editor.block.news',
    hintKey: 'editor.hint.news',
    wordsKey: 'editor.words.news',
    icon: Newspaper,
    component: NewsBlock,
    create: () => ({ type: 'news', v: 1, max: 3 }),
  },
];
