import {
  BookOpen,
  CalendarDays,
  ChartNoAxesColumn,
  CircleHelp,
  CirclePlay,
  ClipboardList,
  Columns3,
  FileText,
  Files,
  Flag,
  GraduationCap,
  Handshake,
  ImageIcon,
  Images,
  ListOrdered,
  ListTree,
  MailPlus,
  MapPin,
  Megaphone,
  Minus,
  MousePointerClick,
  Newspaper,
  Quote,
  SquareChevronDown,
  Type,
  Users,
} from '@lucide/vue';
import type { Component } from 'vue';
import ButtonBlock from './blocks/ButtonBlock.vue';
import CalloutBlock from './blocks/CalloutBlock.vue';
import ColumnsBlock from './blocks/ColumnsBlock.vue';
import CommitmentsBlock from './blocks/CommitmentsBlock.vue';
import DocumentBlock from './blocks/DocumentBlock.vue';
import FaqBlock from './blocks/FaqBlock.vue';
import FiguresBlock from './blocks/FiguresBlock.vue';
import FilesBlock from './blocks/FilesBlock.vue';
import FormBlock from './blocks/FormBlock.vue';
import GalleryBlock from './blocks/GalleryBlock.vue';
import ImageBlock from './blocks/ImageBlock.vue';
import LatestBlock from './blocks/LatestBlock.vue';
import MapBlock from './blocks/MapBlock.vue';
import NewsletterBlock from './blocks/NewsletterBlock.vue';
import PartnersBlock from './blocks/PartnersBlock.vue';
import QuoteBlock from './blocks/QuoteBlock.vue';
import ReferencesBlock from './blocks/ReferencesBlock.vue';
import RevealBlock from './blocks/RevealBlock.vue';
import SeparatorBlock from './blocks/SeparatorBlock.vue';
import StepsBlock from './blocks/StepsBlock.vue';
import TeamBlock from './blocks/TeamBlock.vue';
import TextBlock from './blocks/TextBlock.vue';
import TocBlock from './blocks/TocBlock.vue';
import VideoBlock from './blocks/VideoBlock.vue';
import type { BlockType } from './context';

type Traits = Pick<BlockType, 'inColumns' | 'rare' | 'needs'>;

/** `fields` are those that every such block has from the start. */
function kind(type: string, icon: Component, component: Component, fields: () => Record<string, unknown>, traits: Traits = {}): BlockType {
  return {
    type,
    labelKey: `editor.block.${type}`,
    hintKey: `editor.hint.${type}`,
    wordsKey: `editor.words.${type}`,
    icon,
    component,
    create: () => ({ type, v: 1, ...fields() }),
    ...traits,
  };
}

const inColumns = true;
const rare = true;
const items = () => ({ items: [] });

/** All blocks, in the order of the menu: the common ones, then those behind « plus ». */
export const builtInTypes: readonly BlockType[] = [
  kind('text', Type, TextBlock, () => ({ markdown: '' }), { inColumns }),
  kind('image', ImageIcon, ImageBlock, () => ({ media: '', alt: { kind: 'text', text: '' } }), { inColumns, needs: 'media' }),
  kind('gallery', Images, GalleryBlock, items, { needs: 'media' }),
  kind('button', MousePointerClick, ButtonBlock, () => ({ label: '', target: '' }), { inColumns }),
  kind('document', FileText, DocumentBlock, () => ({ media: '' }), { inColumns, needs: 'documents' }),
  kind('video', CirclePlay, VideoBlock, () => ({ url: '', title: '' }), { inColumns }),
  kind('map', MapPin, MapBlock, () => ({ address: '' }), { inColumns }),
  kind('agenda', CalendarDays, LatestBlock, () => ({ max: 3 }), { inColumns }),
  kind('news', Newspaper, LatestBlock, () => ({ max: 3 })),
  kind('form', ClipboardList, FormBlock, () => ({ form: '' }), { inColumns, needs: 'form' }),
  kind('newsletter', MailPlus, NewsletterBlock, () => ({}), { inColumns }),
  kind('columns', Columns3, ColumnsBlock, () => ({ columns: [[], []] })),
  kind('callout', Megaphone, CalloutBlock, () => ({ kind: 'info', markdown: '' }), { inColumns }),
  kind('quote', Quote, QuoteBlock, () => ({ markdown: '' }), { inColumns, rare }),
  kind('faq', CircleHelp, FaqBlock, items, { rare }),
  kind('reveal', SquareChevronDown, RevealBlock, () => ({ question: '', answer: '' }), { rare }),
  kind('team', Users, TeamBlock, items, { rare }),
  kind('partners', Handshake, PartnersBlock, items, { rare }),
  kind('figures', ChartNoAxesColumn, FiguresBlock, items, { rare }),
  kind('steps', ListOrdered, StepsBlock, items, { rare }),
  kind('toc', ListTree, TocBlock, () => ({}), { rare }),
  kind('separator', Minus, SeparatorBlock, () => ({}), { inColumns, rare }),
  kind('files', Files, FilesBlock, items, { inColumns, rare, needs: 'documents' }),
  kind('commitments', Flag, CommitmentsBlock, items, { rare }),
  kind('courses', GraduationCap, ReferencesBlock, items, { rare, needs: 'course' }),
  kind('guides', BookOpen, ReferencesBlock, items, { rare, needs: 'guide' }),
];

export function typeOf(name: string): BlockType | undefined {
  return builtInTypes.find(({ type }) => type === name);
}
