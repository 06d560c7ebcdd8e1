import type { MenuItem } from './api';

/** The menu while it is being arranged: a tree of two levels. Every function gives a new tree, or the same one when nothing can move. */
export interface MenuNode extends Omit<MenuItem, 'children'> {
  key: number;
  children: readonly MenuNode[];
}
export type Menu = readonly MenuNode[];

let next = 1;
export const toNodes = (items: readonly MenuItem[]): Menu => items.map((item) => ({ ...item, key: next++, children: toNodes(item.children) }));
export const toItems = (menu: Menu): Pick<MenuItem, 'target' | 'title' | 'children'>[] =>
  menu.map(({ target, title, children }) => ({ target, title, children: toItems(children) as MenuItem[] }));

interface Place {
  node: MenuNode;
  /** The entry over it; none on the first level. */
  parent: MenuNode | undefined;
  siblings: Menu;
  index: number;
}

export function find(menu: Menu, key: number, parent?: MenuNode): Place | undefined {
  const index = menu.findIndex((node) => node.key === key);
  const node = menu[index];
  if (node !== undefined) return { node, parent, siblings: menu, index };
  for (const one of menu) {
    const found = find(one.children, key, one);
    if (found !== undefined) return found;
  }
  return undefined;
}

const under = (menu: Menu, parent: MenuNode | undefined, children: Menu): Menu =>
  parent === undefined ? children : menu.map((node) => (node.key === parent.key ? { ...node, children } : node));
const without = (nodes: Menu, index: number): Menu => nodes.filter((_, at) => at !== index);
const inserted = (nodes: Menu, index: number, node: MenuNode): Menu => [...nodes.slice(0, index), node, ...nodes.slice(index)];

/** One place up or down; beyond the first or last of its group, out of the group. */
export function move(menu: Menu, key: number, by: -1 | 1): Menu {
  const place = find(menu, key);
  if (place === undefined) return menu;
  const { node, parent, siblings, index } = place;
  const to = index + by;
  if (to >= 0 && to < siblings.length) return under(menu, parent, inserted(without(siblings, index), to, node));
  if (parent === undefined) return menu;
  const rest = under(menu, parent, without(siblings, index));
  return inserted(rest, rest.findIndex((one) => one.key === parent.key) + (by === 1 ? 1 : 0), node);
}

/** Under the entry before it. What has entries under itself stays: there are two levels. */
export function indent(menu: Menu, key: number): Menu {
  const place = find(menu, key);
  const above = place && place.parent === undefined ? place.siblings[place.index - 1] : undefined;
  if (place === undefined || above === undefined || place.node.children.length > 0) return menu;
  return under(without(menu, place.index), above, [...above.children, place.node]);
}

/** Out of its group, after it. */
export function outdent(menu: Menu, key: number): Menu {
  const place = find(menu, key);
  if (place?.parent === undefined) return menu;
  const rest = under(menu, place.parent, without(place.siblings, place.index));
  return inserted(rest, rest.findIndex((one) => one.key === place.parent?.key) + 1, place.node);
}

export const mayDrop = (menu: Menu, key: number, target: number): boolean => {
  const [from, to] = [find(menu, key), find(menu, target)];
  return from !== undefined && to !== undefined && key !== target && !(to.parent !== undefined && from.node.children.length > 0) && to.parent?.key !== key;
};

/** Beside another entry, on its level. */
export function drop(menu: Menu, key: number, target: number, side: 'before' | 'after'): Menu {
  const from = find(menu, key);
  if (from === undefined || !mayDrop(menu, key, target)) return menu;
  const rest = under(menu, from.parent, without(from.siblings, from.index));
  const to = find(rest, target);
  return to === undefined ? menu : under(rest, to.parent, inserted(to.siblings, to.index + (side === 'after' ? 1 : 0), from.node));
}

/** What was under it takes its place. */
export function remove(menu: Menu, key: number): Menu {
  const place = find(menu, key);
  if (place === undefined) return menu;
  return under(menu, place.parent, [...place.siblings.slice(0, place.index), ...place.node.children, ...place.siblings.slice(place.index + 1)]);
}

export const renamed = (menu: Menu, key: number, title: string | null, label: string): Menu =>
  menu.map((node) => (node.key === key ? { ...node, title, label } : { ...node, children: renamed(node.children, key, title, label) }));

export const targetsOf = (menu: Menu): Set<string | null> => new Set(menu.flatMap((node) => [node.target, ...node.children.map((child) => child.target)]));

/** The four ways in which an entry moves. */
export type MenuMove = 'up' | 'down' | 'in' | 'out';
