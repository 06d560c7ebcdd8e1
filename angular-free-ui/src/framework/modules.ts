import type { Component } from 'vue';
import type { RouteRecordRaw } from 'vue-router';
import type { ReferenceSource } from './references';

/** Colours of paper, see tokens.css. */
export type Sheet = 'home' | 'site' | 'letters' | 'people' | 'courses' | 'library' | 'settings';

/** A tab of the menu. */
export interface MenuEntry {
  /** Also the first part of the addresses under `/espace/{slug}/`: `site`, `lettres`… */
  path: string;
  titleKey: string;
  icon: Component;
  sheet: Sheet;
  /** 10, 20, 30…: lower comes first. */
  order: number;
  /** Shown to who holds one of these. */
  permissions: readonly string[];
  /** Key pressed after `g` to come here. */
  key: string;
}

/**
 * What a folder of `src/modules/` declares in its `index.ts`, as default export. The menu, the routes and the rights
 * come from it. Routes are relative to `/espace/{slug}/` (`site/pages/:id`) and inherit `meta.sheet` from the tab
 * whose path begins theirs; `meta.permissions` asks for one of several permissions.
 */
export interface WorkspaceModule {
  entries: readonly MenuEntry[];
  routes: readonly RouteRecordRaw[];
  /** Pages that belong to the hub and to no space, below `/espace/-/`. */
  hubRoutes?: readonly RouteRecordRaw[];
  /** What documents of other modules may refer to: the editor offers a choice of them. */
  references?: readonly ReferenceSource[];
}

export const defineModule = (module: WorkspaceModule) => module;

declare module 'vue-router' {
  interface RouteMeta {
    permissions?: readonly string[];
  }
}
