import type { Editor } from '@tiptap/core';
import { inject, type Component, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue';
import type { Block, ListPlace, PageDocument, Place } from './page';

/** A picture or document that was put into the media library. `urn` is what a block keeps: `media:…`. */
export interface Medium {
  urn: string;
  name: string;
  alt?: string;
}

export interface MediaSource {
  /** `progress` is told the part that is done, 0 to 1. */
  upload(file: File, progress: (part: number) => void): Promise<Medium>;
  /** Lets somebody choose from the library; `null` when they do not. */
  pick?(): Promise<Medium | null>;
  /** Where the browser finds the picture, at about this width in pixels. */
  address(urn: string, width: number): string;
}

/** Something within the space that a link can lead to. `address` is what the document keeps: `page:…`. */
export interface LinkTarget {
  address: string;
  title: string;
  detail?: string;
}

/** A field of a mail merge, written `{{name}}`. */
export interface MergeField {
  name: string;
  label: string;
}

/** A kind of block. Other modules offer theirs through the property `blockTypes` of the editor. */
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
}

export interface BlockIssue {
  blockId: string;
  message: string;
}

export interface Upload {
  name: string;
  /** The part that is done, 0 to 1. */
  part: number;
  error?: string;
}

/** A text that is being edited; the toolbar acts on it. */
export interface ActiveText {
  blockId: string;
  editor: Editor;
}

export interface EditorContext {
  document: Readonly<ShallowRef<PageDocument>>;
  types: ComputedRef<readonly BlockType[]>;
  selected: Ref<string | null>;
  activeText: ShallowRef<ActiveText | null>;
  media: ComputedRef<MediaSource | undefined>;
  fields: ComputedRef<readonly MergeField[]>;
  issues: ComputedRef<readonly BlockIssue[]>;
  findLinks(query: string): Promise<readonly LinkTarget[]>;
  /** @param key changes with the same key, soon after each other, are undone together */
  update(id: string, fields: Readonly<Record<string, unknown>>, key?: string): void;
  add(type: BlockType, place: Place, fields?: Readonly<Record<string, unknown>>): void;
  /** Puts an image block for each file after this block, and uploads them. */
  addPictures(afterId: string, files: readonly File[]): void;
  upload(blockId: string, file: File): Promise<void>;
  /** Uploads under way or failed, by block. */
  uploads: ReadonlyMap<string, Upload>;
  shift(id: string, by: -1 | 1): void;
  moveTo(id: string, place: Place): void;
  remove(id: string): void;
  openLink(editor: Editor): void;
  /** Also of blocks that may not be added here, but are shown. */
  typeOf(type: string): BlockType | undefined;
  /** Called by a text before anything else changes the document, and when saving. */
  onFlush(write: () => void): () => void;
}

export const editorKey: InjectionKey<EditorContext> = Symbol('editor');

export function useEditorContext(): EditorContext {
  const context = inject(editorKey);
  if (context === undefined) throw new Error('A block is shown outside of the editor.');
  return context;
}

export type { Block, ListPlace, PageDocument, Place };
