import type { Editor } from '@tiptap/core';
import { inject, type Component, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import type { FindTargets, LinkTarget } from '@/framework/references';
import type { Item } from './items';
import type { Piece } from './text/paste';
import type { Block, ListPlace, PageDocument, Place } from './page';

/** A picture or document that was put into the media library. `urn` is what a block keeps: `media:…`. */
export interface Medium {
  urn: string;
  name: string;
  alt?: string;
  /** It shows nothing that a reader must know. */
  decorative?: boolean;
  caption?: string;
}

export interface MediaSource {
  /** `progress` is told the part that is done, 0 to 1. */
  upload(file: File, progress: (part: number) => void): Promise<Medium>;
  /** Lets somebody choose a picture from the library; `null` when they do not. */
  pick?(): Promise<Medium | null>;
  /** Where the browser finds the picture, at about this width in pixels. */
  address(urn: string, width: number): string;
  /** Files to read or download: PDF, office files. Without it there are no blocks of files. */
  documents?: DocumentSource;
}

export interface DocumentSource {
  upload(file: File, progress: (part: number) => void): Promise<Medium>;
  /** Lets somebody choose a file from the library; `null` when they do not. */
  pick?(): Promise<Medium | null>;
  /** Name of the file, as readers see it; empty until it is known. Reactive. */
  name(urn: string): string;
}

/** A field of a mail merge, written `{{name}}`. */
export interface MergeField {
  name: string;
  label: string;
  /** Stands there for people of whom it is not known; a letter without one is not sent. */
  fallback?: string;
}

/** A kind of block. */
export interface BlockType {
  type: string;
  /** Key of its name, in the singular. */
  labelKey: string;
  /** Key of one line that says what it is for. */
  hintKey: string;
  /** Keys of other words that somebody might search it by, comma separated. */
  wordsKey?: string;
  icon: Component;
  component: Component;
  create(): Omit<Block, 'id'>;
  /** May stand in a column. Depth is at most two. */
  inColumns?: boolean;
  /** Less common: offered behind « plus » and by the search. */
  rare?: boolean;
  /** Can only be added where this is there: a library of pictures or of files, or a source of references (`course`). */
  needs?: 'media' | 'documents' | 'form' | 'course' | 'guide';
}

/** What every block has besides its own fields. */
export const blockSettings = ['width', 'tone', 'audience', 'until'] as const;
export type BlockSetting = (typeof blockSettings)[number];

export interface BlockIssue {
  blockId: string;
  message: string;
}

export interface Upload {
  name: string;
  /** The part that is done, 0 to 1. */
  part: number;
  error?: string;
  /** Sends the same file once more. */
  retry?: () => void;
}

/** The place that a file will fill: the field `media` of a block, or of one of its items, unless it is named. */
export interface UploadTarget {
  block: string;
  item?: string;
  field?: string;
}

/** A text that is being edited; the toolbar acts on it. */
export interface ActiveText {
  blockId: string;
  editor: Editor;
}

/** A field in a text, or the place of a new one: where the caret is. */
export interface FieldPlace {
  editor: Editor;
  /** Position of the chip; `null` for a new one. */
  at: number | null;
  /** Which field a new one is. */
  name?: string;
}

/** What is done to the items of a block. */
export interface ItemActions {
  update(blockId: string, itemId: string, fields: Readonly<Record<string, unknown>>, key?: string): void;
  /** Adds behind the others; the focus goes to the first of them. @returns the new items */
  add(blockId: string, items: readonly Omit<Item, 'id'>[]): readonly Item[];
  /** @param name how the item is called, for the message */
  remove(blockId: string, itemId: string, name: string): void;
  move(blockId: string, itemId: string, index: number): void;
}

export interface EditorContext {
  document: Readonly<ShallowRef<PageDocument>>;
  types: ComputedRef<readonly BlockType[]>;
  selected: Ref<string | null>;
  activeText: ShallowRef<ActiveText | null>;
  media: ComputedRef<MediaSource | undefined>;
  fields: ComputedRef<readonly MergeField[]>;
  settings: ComputedRef<readonly BlockSetting[]>;
  issues: ComputedRef<readonly BlockIssue[]>;
  findLinks: FindTargets;
  /** Courses, guides, forms… by name, or by their own address. */
  findReferences(scheme: string, query: string): Promise<readonly LinkTarget[]>;
  /** @param key changes with the same key, soon after each other, are undone together */
  update(id: string, fields: Readonly<Record<string, unknown>>, key?: string): void;
  add(type: BlockType, place: Place, fields?: Readonly<Record<string, unknown>>): void;
  /** Puts an image block for each file after this block, and uploads them. */
  addPictures(afterId: string, files: readonly File[]): void;
  /**
   * Pieces that were pasted become blocks behind a text, in one step; the pictures among them are uploaded.
   * @param before what stays in the block, `null` when all of it does
   * @param after what stood behind the caret, and now comes last
   */
  paste(blockId: string, before: string | null, pieces: readonly Piece[], after: string): void;
  duplicate(id: string): void;
  /** Makes another kind of block of this one: text, callout, quote. What both have stays. */
  turnInto(id: string, type: string): void;
  items: ItemActions;
  upload(target: UploadTarget, file: File): Promise<void>;
  /** Uploads under way or failed, by `uploadKey` of their place. */
  uploads: ReadonlyMap<string, Upload>;
  shift(id: string, by: -1 | 1): void;
  moveTo(id: string, place: Place): void;
  remove(id: string): void;
  openLink(editor: Editor): void;
  openField(place: FieldPlace): void;
  /** Also of blocks that may not be added here, but are shown. */
  typeOf(type: string): BlockType | undefined;
  /** Told by a text at each key: what is typed is in the document at the next pause, or when it is flushed. */
  typing(): void;
  /** Called by a text before anything else changes the document, and when saving. */
  onFlush(write: () => void): () => void;
}

export const editorKey: InjectionKey<EditorContext> = Symbol('editor');

export function useEditorContext(): EditorContext {
  const context = inject(editorKey);
  if (context === undefined) throw new Error('A block is shown outside of the editor.');
  return context;
}

export type { Block, FindTargets, Item, LinkTarget, ListPlace, PageDocument, Place };
