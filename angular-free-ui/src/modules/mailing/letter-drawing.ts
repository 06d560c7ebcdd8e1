/** What a block looks like from afar: lines of text, a bar, a picture. Units of the drawing, 120 wide. */
export interface Stroke {
  kind: 'line' | 'bar' | 'box' | 'dot' | 'panel';
  x: number;
  y: number;
  width: number;
  height: number;
}

const inner = { x: 14, width: 92 };
const line = (y: number, width: number = inner.width, x: number = inner.x): Stroke => ({ kind: 'line', x, y, width, height: 3 });

/** The strokes of one block from `y` on, and how tall it is. */
function block(type: string, y: number): { strokes: Stroke[]; height: number } {
  switch (type) {
    case 'image':
    case 'gallery':
    case 'video':
      return { strokes: [{ kind: 'box', x: inner.x, y, width: inner.width, height: 26 }], height: 32 };
    case 'button':
      return { strokes: [{ kind: 'bar', x: inner.x, y, width: 40, height: 10 }], height: 16 };
    case 'callout':
    case 'quote':
      return { strokes: [{ kind: 'panel', x: inner.x, y, width: inner.width, height: 22 }, line(y + 6, 50, 22), line(y + 12, 70, 22)], height: 28 };
    case 'agenda':
    case 'news':
    case 'steps':
      return { strokes: [0, 1, 2].flatMap((row) => [{ kind: 'dot' as const, x: inner.x, y: y + row * 9, width: 6, height: 6 }, line(y + row * 9 + 1, 62, 26)]), height: 31 };
    case 'figures':
      return { strokes: [0, 1, 2].flatMap((column) => [{ kind: 'bar' as const, x: 14 + column * 32, y, width: 18, height: 9 }, line(y + 12, 24, 14 + column * 32)]), height: 22 };
    case 'separator':
      return { strokes: [line(y + 2)], height: 9 };
    default:
      return { strokes: [line(y, 84), line(y + 6, 90), line(y + 12, 58)], height: 22 };
  }
}

/** A letter drawn from the types of its blocks, as far as the sheet reaches. */
export function draw(outline: readonly string[], sheetHeight: number): Stroke[] {
  const strokes: Stroke[] = [];
  let y = 26;
  for (const type of outline) {
    const next = block(type, y);
    if (y + next.height > sheetHeight) break;
    strokes.push(...next.strokes);
    y += next.height;
  }
  return strokes;
}
