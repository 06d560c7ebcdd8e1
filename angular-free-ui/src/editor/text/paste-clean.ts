/**
 * What Word, LibreOffice, Google Docs and web pages put around a text when it is copied, taken out of the parsed fragment
 * before the editor reads it. The editor's schema keeps only what a document can say; this keeps what would be lost (lists
 * that Word draws as paragraphs, bold that Google writes as a style) and takes out what would be kept and should not be.
 * Styles are read with `getAttribute`: under the content policy `element.style` is empty.
 */
export function cleanPasted(root: Element): void {
  removeNoise(root);
  const style = (element: Element): string => element.getAttribute('style') ?? '';
  wordLists(root);
  for (const span of root.querySelectorAll('span, font')) emphasize(span, style(span));
  lists(root);
  headings(root);
  for (const table of root.querySelectorAll('table')) flattenTable(table);
  for (const link of root.querySelectorAll('a')) cleanLink(link);
  for (const lineBreak of root.querySelectorAll('br')) if (isBetweenBlocks(lineBreak)) lineBreak.remove();
  for (const box of root.querySelectorAll('div')) if (box.querySelector(BLOCKS) === null) rename(box, 'p');
  for (const paragraph of root.querySelectorAll('p')) splitAtBlankLines(paragraph);
  for (const element of root.querySelectorAll('*')) {
    // Marks of our own, which a foreign page might have put there.
    for (const { name } of [...element.attributes]) if (name.startsWith('data-')) element.removeAttribute(name);
  }
  for (const block of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, div')) if (isEmpty(block)) block.remove();
}

const GONE =
  'style, script, meta, link, title, xml, noscript, template, iframe, object, embed, svg, canvas, colgroup, col, button, input, select, textarea, [hidden], [aria-hidden="true"]';
const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, pre, blockquote, figure, hr';

function removeNoise(root: Element): void {
  for (const element of root.querySelectorAll(GONE)) element.remove();
  const comments = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode() !== null) found.push(comments.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
  for (const element of root.querySelectorAll('*')) {
    const style = element.getAttribute('style') ?? '';
    const prefix = /^([a-z\d]+):/i.exec(element.localName)?.[1];
    if (/display:\s*none|mso-hide:\s*all|mso-element:\s*comment/i.test(style)) element.remove();
    else if (prefix === 'v' || prefix === 'w') element.remove();
    else if (prefix !== undefined || isWrapper(element)) unwrap(element);
    else if (/mso-spacerun|mso-tab-count/i.test(style)) element.replaceWith(' ');
    else if (element.matches('br.Apple-interchange-newline')) element.remove();
  }
}

/** Google puts a whole document into one bold that is not bold; buttons and labels of pages are only their words. */
function isWrapper(element: Element): boolean {
  return /^docs-internal-guid/.test(element.id) || element.matches('label, form, .ListContainerWrapper, .OutlineElement, section, article, main, center');
}

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

interface OpenList {
  level: number;
  list: Element;
  name: string;
}

/** Word draws its lists: paragraphs that say `mso-list:l0 level2 lfo1`, each with its bullet as text in front. */
function wordLists(root: Element): void {
  const open: OpenList[] = [];
  for (const paragraph of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6')) {
    const found = /mso-list:\s*(l\d+)\s+level(\d+)(?:\s+(lfo\d+))?/i.exec(paragraph.getAttribute('style') ?? '');
    const previous = previousElement(paragraph);
    if (found === null) continue;
    // Another element in between ends the list.
    if (open[0] !== undefined && previous !== open[0].list) open.length = 0;
    const level = Number(found[2]);
    const marker = takeMarker(paragraph);
    const name = `${marker.ordered ? 'ol' : 'ul'} ${found[3] ?? found[1] ?? ''}`;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)?.name !== name) open.pop();
    if (open.at(-1)?.level !== level) open.push({ level, name, list: openList(paragraph, marker, open.at(-1)) });
    const item = root.ownerDocument.createElement('li');
    const text = root.ownerDocument.createElement('p');
    text.append(...paragraph.childNodes);
    item.append(text);
    open.at(-1)?.list.append(item);
    paragraph.remove();
  }
}

function openList(paragraph: Element, marker: Marker, outer: OpenList | undefined): Element {
  const list = paragraph.ownerDocument.createElement(marker.ordered ? 'ol' : 'ul');
  if (marker.start > 1) list.setAttribute('start', String(marker.start));
  const parent = outer?.list.lastElementChild;
  if (parent) parent.append(list);
  else paragraph.before(list);
  return list;
}

interface Marker {
  ordered: boolean;
  start: number;
}

function takeMarker(paragraph: Element): Marker {
  let text = '';
  for (const span of paragraph.querySelectorAll('[style*="mso-list" i]')) {
    if (!/mso-list:\s*ignore/i.test(span.getAttribute('style') ?? '')) continue;
    text ||= span.textContent.trim();
    span.remove();
  }
  const number = /^\(?(\d+|[a-z]{1,4})[.)]/i.exec(text)?.[1];
  return { ordered: number !== undefined, start: Number(number) || 1 };
}

function previousElement(element: Element): Element | null {
  return element.previousElementSibling;
}

/** Google and LibreOffice say bold, italic and struck as a style. A title is bold by itself. */
function emphasize(span: Element, style: string): void {
  if (span.textContent.trim() === '') return;
  const wrap = (name: string): void => {
    const mark = span.ownerDocument.createElement(name);
    mark.append(...span.childNodes);
    span.append(mark);
  };
  const inTitle = span.closest('h1, h2, h3, h4, h5, h6, th') !== null;
  if (!inTitle && /font-weight:\s*(?:bold|[6-9]00)/i.test(style)) wrap('strong');
  if (/font-style:\s*italic/i.test(style)) wrap('em');
  if (/text-decoration[^;]*line-through/i.test(style)) wrap('s');
}

/** Lists inside lists belong to the entry before them; lists that Word cut into single entries become one again. */
function lists(root: Element): void {
  for (const inner of root.querySelectorAll(':is(ul, ol) > :is(ul, ol)')) {
    const entry = inner.previousElementSibling;
    if (entry?.localName === 'li') entry.append(inner);
  }
  for (const list of root.querySelectorAll(':is(ul, ol) + :is(ul, ol)')) {
    const before = list.previousElementSibling;
    const cut = list.querySelector(':scope > li[data-aria-level]') !== null && before?.querySelector(':scope > li[data-aria-level]') != null;
    if (!cut || before.localName !== list.localName || list.previousSibling !== before) continue;
    before.append(...list.childNodes);
    list.remove();
  }
}

/** The page has its own title: a pasted one becomes level 2, and what stood below it follows. */
function headings(root: Element): void {
  for (const title of root.querySelectorAll('p.MsoTitle, p.title')) rename(title, 'h2');
  const down = root.querySelectorAll('h1').length > 1 ? 1 : 0;
  for (const heading of root.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const level = Number(heading.localName.slice(1));
    const made = rename(heading, `h${Math.min(Math.max(level + down, 2), 4)}`);
    for (const inner of made.querySelectorAll('b, strong, u, font')) unwrap(inner);
    for (const lineBreak of made.querySelectorAll('br')) lineBreak.replaceWith(' ');
  }
}

function rename(element: Element, name: string): Element {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

/** A table of a document is rows of short texts: joined cells become single ones, one column becomes a text. */
function flattenTable(table: Element): void {
  const caption = table.querySelector('caption');
  if (caption) {
    table.before(rename(caption, 'p'));
  }
  const rows = [...table.querySelectorAll('tr')];
  if (table.parentElement?.closest('table') != null || rows.every((row) => row.children.length < 2)) {
    for (const cell of table.querySelectorAll('td, th')) if (cell.closest('table') === table) rename(cell, 'div');
    table.replaceWith(...[...table.querySelectorAll('div')].filter((cell) => cell.closest('table') === table));
    return;
  }
  for (const [index, row] of rows.entries()) {
    for (const cell of [...row.children]) widenCell(cell, rows.slice(index + 1));
    for (const cell of [...row.children]) {
      const blocks = [...cell.querySelectorAll('p, div, li, h1, h2, h3, h4, h5, h6, br')];
      for (const block of blocks) block.after(' ');
      for (const block of [...blocks, ...cell.querySelectorAll('ul, ol')]) unwrap(block);
      if (index > 0) continue;
      // The first row is bold by itself.
      for (const bold of cell.querySelectorAll('b, strong')) unwrap(bold);
      if (cell.localName === 'td') rename(cell, 'th');
    }
  }
}

function widenCell(cell: Element, below: readonly Element[]): void {
  const span = (name: string): number => Math.min(Number(cell.getAttribute(name) ?? 1) || 1, 50);
  const [columns, rows] = [span('colspan'), span('rowspan')];
  const at = [...(cell.parentElement?.children ?? [])].indexOf(cell);
  cell.removeAttribute('colspan');
  cell.removeAttribute('rowspan');
  for (const row of below.slice(0, rows - 1)) {
    const empty = Array.from({ length: columns }, () => cell.ownerDocument.createElement('td'));
    const next = row.children[at];
    if (next) next.before(...empty);
    else row.append(...empty);
  }
  cell.after(...Array.from({ length: columns - 1 }, () => cell.ownerDocument.createElement(cell.localName)));
}

/** Google leads links over its own counter; Word's marks inside a document lead nowhere here. */
function cleanLink(link: Element): void {
  const href = (link.getAttribute('href') ?? '').trim();
  const real = /^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(href)?.[1];
  if (real !== undefined) {
    try {
      link.setAttribute('href', decodeURIComponent(real));
    } catch {
      unwrap(link);
    }
  } else if (!/^(?:https?:|mailto:|tel:)/i.test(href)) unwrap(link);
}

/** A line break that stands where a paragraph could: it only makes room. */
function isBetweenBlocks(lineBreak: Element): boolean {
  const [before, after] = [lineBreak.previousSibling, lineBreak.nextSibling].map((node) => (node instanceof Text && node.data.trim() === '' ? null : node));
  const isBlock = (node: Node | null | undefined): boolean => node instanceof Element && node.matches(BLOCKS);
  return isBlock(before) || isBlock(after) || (!before && !after && lineBreak.parentElement?.matches('td, th, p') !== true);
}

/** Two line breaks are what somebody typed for a new paragraph. */
function splitAtBlankLines(paragraph: Element): void {
  const nodes = [...paragraph.childNodes];
  const isBreak = (node: Node | undefined): boolean => node instanceof Element && node.localName === 'br';
  const at = nodes.findIndex((node, index) => isBreak(node) && isBreak(nodes[index + 1]));
  if (at < 0) return;
  const rest = paragraph.ownerDocument.createElement('p');
  rest.append(...nodes.slice(at).filter((node, index) => index > 1 || !isBreak(node)));
  for (const node of nodes.slice(at, at + 2)) node.parentNode?.removeChild(node);
  paragraph.after(rest);
  splitAtBlankLines(rest);
}

function isEmpty(block: Element): boolean {
  return block.textContent.replace(/[\s\u00a0]/g, '') === '' && block.querySelector('img, table, hr, pre') === null;
}
