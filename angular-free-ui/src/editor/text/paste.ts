import { Fragment, Slice, type Mark, type Node, type Schema } from '@tiptap/pm/model';
import { openMarkdown, saveMarkdown } from '../markdown/markdown-document';
import { cleanPasted } from './paste-clean';

/** A picture within what was pasted. Without a file it could not be brought along. */
export interface PastedPicture {
  alt: string;
  file?: File;
  /** Somebody's own picture, whose place is kept although it could not come: of a document, not of a web page. */
  own: boolean;
}

/** What a paste brings: texts and pictures, in their order; each becomes a block. */
export type Piece = { markdown: string } | { picture: PastedPicture };

/** A text of about this many characters fits a block with room to spare: the server takes 32 KB. */
const LONG = 16_000;
const PLACE = '\u0000picture ';

/** Cleans the fragment that the browser made of the clipboard, and leaves a mark where each picture stood. */
export function readPasted(root: Element): PastedPicture[] {
  // Copied out of this editor: it is clean, and its chips and kept blocks are ours.
  if (root.querySelector('[data-pm-slice]') !== null) return [];
  const found: PastedPicture[] = [];
  const marks: [string, HTMLElement][] = [];
  for (const image of root.querySelectorAll('img')) {
    const alt = (image.getAttribute('alt') ?? '').trim();
    const size = ['width', 'height'].map((name) => Number(image.getAttribute(name) ?? 99));
    // A counter of readers, a smiley: no picture.
    if (size.some((length) => length < 32) || image.classList.contains('emoji')) {
      image.replaceWith(alt);
      continue;
    }
    const mark = root.ownerDocument.createElement('pre');
    marks.push([`${PLACE}${found.length}`, mark]);
    found.push(pictureOf(image.getAttribute('src') ?? '', alt));
    const table = image.closest('table');
    if (table === null) image.replaceWith(mark);
    else {
      table.after(mark);
      image.remove();
    }
  }
  cleanPasted(root);
  // The parser takes such an element for a kept block: a place that survives until the pieces are cut.
  for (const [source, mark] of marks) {
    mark.setAttribute('data-protected', '');
    mark.setAttribute('data-source', source);
  }
  return found;
}

function pictureOf(source: string, alt: string): PastedPicture {
  const file = source.startsWith('data:') ? fileOf(source) : undefined;
  const own = /^(?:file|blob|cid|data):/i.test(source) || /^https:\/\/[\w-]+\.googleusercontent\.com\//.test(source);
  // A name such as image001.png says nothing, and Office guesses out loud.
  const words = /^(?:image|img|photo)?[\s_-]*\d*\.?\w{0,4}$|généré|generated/i.test(alt) ? '' : alt;
  return { alt: words, own, ...(file && { file }) };
}

function fileOf(address: string): File | undefined {
  const found = /^data:(image\/(?:png|jpeg|webp|gif|avif));base64,([\w+/=\s]+)$/.exec(address);
  if (found?.[1] === undefined || found[2] === undefined) return undefined;
  const bytes = Uint8Array.from(atob(found[2].replace(/\s/g, '')), (letter) => letter.charCodeAt(0));
  return new File([bytes], `image.${found[1].slice('image/'.length)}`, { type: found[1] });
}

/** Word names pictures of its own disk, and carries the same ones as hexadecimal text in the RTF beside it. */
export function picturesOfRtf(rtf: string): File[] {
  return rtf.split('{\\pict').flatMap((part) => {
    const type = /\\(png|jpeg)blip/.exec(part)?.[1];
    const hex = /([\da-f\s]{64,})\}/i.exec(part)?.[1]?.replace(/\s/g, '');
    if (type === undefined || hex === undefined) return [];
    const bytes = Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
    return [new File([bytes], `image.${type}`, { type: `image/${type}` })];
  });
}

export function withFile(picture: PastedPicture, file: File | undefined): PastedPicture {
  return picture.file === undefined && file !== undefined ? { ...picture, file } : picture;
}

/** What was pasted, cut where a picture stands, where a new part of level 2 begins, and where a text grows too long. */
export function piecesOf(slice: Slice, pictures: readonly PastedPicture[], schema: Schema): Piece[] {
  const pieces: Piece[] = [];
  let text: Node[] = [];
  let length = 0;
  const end = (): void => {
    const markdown = text.length === 0 ? '' : markdownOf(text, schema);
    if (markdown !== '') pieces.push({ markdown });
    text = [];
    length = 0;
  };
  for (const node of blocksOf(slice, schema)) {
    const { kept, marks } = withoutPictures(node);
    if (kept !== null) {
      if ((node.type.name === 'heading' && node.attrs['level'] === 2) || length > LONG) end();
      text.push(kept);
      length += kept.textContent.length;
    }
    for (const index of marks) {
      const picture = pictures[index];
      if (picture === undefined) continue;
      end();
      pieces.push({ picture });
    }
  }
  end();
  return pieces;
}

/** The whole blocks of a slice; words that stand alone in it make a paragraph. */
function blocksOf(slice: Slice, schema: Schema): Node[] {
  const nodes: Node[] = [];
  let inline: Node[] = [];
  const end = (): void => {
    if (inline.length > 0) nodes.push(schema.node('paragraph', null, inline));
    inline = [];
  };
  slice.content.forEach((node) => {
    if (node.isInline) inline.push(node);
    else {
      end();
      nodes.push(node);
    }
  });
  end();
  return nodes;
}

/** The slice with the places of pictures taken out: what can be put into a text that is not a block of the page. */
export function textOnly(slice: Slice): Slice {
  const nodes: Node[] = [];
  slice.content.forEach((node) => {
    const { kept } = withoutPictures(node);
    if (kept !== null) nodes.push(kept);
  });
  return Slice.maxOpen(Fragment.from(nodes));
}

export function markdownOf(nodes: readonly Node[], schema: Schema): string {
  return saveMarkdown(openMarkdown('', schema), { type: 'doc', content: nodes.map((node) => node.toJSON() as object) }).trim();
}

function withoutPictures(node: Node): { kept: Node | null; marks: number[] } {
  const source = String(node.attrs['source'] ?? '');
  if (node.type.name === 'protectedBlock' && source.startsWith(PLACE)) return { kept: null, marks: [Number(source.slice(PLACE.length))] };
  if (node.isLeaf || node.isTextblock) return { kept: node, marks: [] };
  const marks: number[] = [];
  const children: Node[] = [];
  node.forEach((child) => {
    const inner = withoutPictures(child);
    marks.push(...inner.marks);
    if (inner.kept !== null) children.push(inner.kept);
  });
  if (marks.length === 0) return { kept: node, marks };
  return { kept: children.length === 0 || !node.type.validContent(Fragment.from(children)) ? null : node.copy(Fragment.from(children)), marks };
}

const BULLET = /^\s*(?:[-*•·▪◦‣–—●○■□➢✓]|o(?=\s))\s+/;
const NUMBER = /^\s*(\d{1,3})[.)]\s+/;

/** Plain text as it was laid out by hand: blank lines part paragraphs, and lines with bullets or numbers are lists. */
export function parsePlainText(text: string, schema: Schema, marks: readonly Mark[] = []): Slice {
  const nodes: Node[] = [];
  const node = (name: string, content: readonly Node[], attrs: Record<string, unknown> = {}): Node => schema.node(name, attrs, content);
  const words = (line: string): Node[] => (line.trim() === '' ? [] : [schema.text(line.trim(), marks)]);
  const paragraph = (lines: readonly string[]): Node =>
    node('paragraph', lines.flatMap((line, index) => [...(index > 0 ? [schema.node('hardBreak')] : []), ...words(line)]));
  const listOf = (items: readonly string[], first: string | undefined): Node => {
    const entries = items.map((item) => node('listItem', [paragraph([item])]));
    return first === undefined ? node('bulletList', entries) : node('orderedList', entries, { start: Number(first) || 1 });
  };
  for (const part of text.replace(/\r\n?/g, '\n').split(/\n(?:[ \t\u00a0]*\n)+/)) {
    let lines: string[] = [];
    let items: string[] = [];
    let pattern: RegExp | undefined;
    let first: string | undefined;
    const end = (): void => {
      if (lines.some((line) => line.trim() !== '')) nodes.push(paragraph(lines));
      if (items.length > 0) nodes.push(listOf(items, first));
      lines = [];
      items = [];
      pattern = undefined;
    };
    for (const line of part.split('\n')) {
      const kind = BULLET.test(line) ? BULLET : NUMBER.test(line) ? NUMBER : undefined;
      if (kind === undefined) {
        // A line that is set in goes on with the entry above it.
        if (items.length > 0 && /^\s{2,}\S/.test(line)) items.push(`${items.pop() ?? ''} ${line.trim()}`);
        else {
          if (items.length > 0) end();
          lines.push(line);
        }
        continue;
      }
      if (kind !== pattern) end();
      if (items.length === 0) first = kind === NUMBER ? NUMBER.exec(line)?.[1] : undefined;
      pattern = kind;
      items.push(line.replace(kind, ''));
    }
    end();
  }
  return Slice.maxOpen(Fragment.from(nodes));
}
