import { describe, expect, it } from 'vitest';
import type { MenuItem } from './api';
import { drop, indent, mayDrop, move, outdent, remove, toNodes, type Menu } from './menu';

// « a b(c d) e »
const read = (text: string): Menu =>
  toNodes(
    [...text.matchAll(/(\w)(?:\((.*?)\))?/g)].map(([, name, inside]) => item(name!, [...(inside ?? '').matchAll(/\w/g)].map(([child]) => item(child, [])))),
  );
const item = (name: string, children: MenuItem[]): MenuItem => ({ target: `page:${name}`, title: null, label: name, isOnline: true, children });
const write = (menu: Menu): string => menu.map((node) => node.label + (node.children.length > 0 ? `(${write(node.children)})` : '')).join(' ');
const keyOf = (menu: Menu, name: string): number => menu.flatMap((node) => [node, ...node.children]).find((node) => node.label === name)!.key;
const after = (text: string, name: string, change: (menu: Menu, key: number) => Menu): string => {
  const menu = read(text);
  return write(change(menu, keyOf(menu, name)));
};
const up = (menu: Menu, key: number) => move(menu, key, -1);
const down = (menu: Menu, key: number) => move(menu, key, 1);

describe('Arranging the menu', () => {
  it('moves an entry with what is under it', () => {
    expect(after('a b(c d) e', 'b', up)).toBe('b(c d) a e');
    expect(after('a b(c d) e', 'b', down)).toBe('a e b(c d)');
    expect(after('a b', 'a', up)).toBe('a b');
    expect(after('a b', 'b', down)).toBe('a b');
  });

  it('moves within a group, and out of it at its ends', () => {
    expect(after('a b(c d) e', 'd', up)).toBe('a b(d c) e');
    expect(after('a b(c d) e', 'c', up)).toBe('a c b(d) e');
    expect(after('a b(c d) e', 'd', down)).toBe('a b(c) d e');
  });

  it('puts an entry under the one before it, and takes it out again', () => {
    expect(after('a b(c) d', 'd', indent)).toBe('a b(c d)');
    expect(after('a b(c) d', 'b', indent)).toBe('a b(c) d');
    expect(after('a b', 'a', indent)).toBe('a b');
    expect(after('a b(c d) e', 'c', outdent)).toBe('a b(d) c e');
  });

  it('drops an entry beside another, on its level, never on a third one', () => {
    const menu = read('a b(c d) e');
    const key = (name: string) => keyOf(menu, name);
    expect(write(drop(menu, key('e'), key('c'), 'before'))).toBe('a b(e c d)');
    expect(write(drop(menu, key('c'), key('a'), 'after'))).toBe('a c b(d) e');
    expect(mayDrop(menu, key('b'), key('c'))).toBe(false);
  });

  it('leaves what was under an entry that goes', () => {
    expect(after('a b(c d) e', 'b', remove)).toBe('a c d e');
    expect(after('a b(c) e', 'c', remove)).toBe('a b e');
  });
});
