import type { Nodes, Root } from 'mdast';

/**
 * A reference (`[site][]`, `[^1]`) is only read as one where its definition stands. A block that is read alone is
 * therefore read together with these: for each definition of the document one short line that defines the same label.
 */
export function definitionLines(root: Root, source: string): string[] {
  const lines: string[] = [];
  visit(root, (node) => {
    const text = sourceOf(node, source);
    if (node.type === 'footnoteDefinition') lines.push(label(text, /^\[\^((?:\\.|[^\]\\])+)\]/, '^'));
    if (node.type === 'definition') lines.push(label(text, /^\[((?:\\.|[^\]\\])+)\]/, ''));
  });
  return [...new Set(lines)].filter((line) => line !== '');
}

/** The part of the source that the parser made this node from. */
export function sourceOf(node: Nodes, source: string): string {
  const { start, end } = node.position ?? {};
  return start?.offset === undefined || end?.offset === undefined ? '' : source.slice(start.offset, end.offset);
}

export function withDefinitions(source: string, lines: readonly string[]): string {
  return lines.length === 0 ? source : `${source}\n\n${lines.join('\n\n')}`;
}

function label(text: string, pattern: RegExp, prefix: string): string {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? '' : `[${prefix}${found}]: x`;
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}
