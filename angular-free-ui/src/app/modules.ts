import { computed } from 'vue';
import { House } from '@lucide/vue';
import type { MenuEntry, WorkspaceModule } from '@/framework/modules';
import { provideReferences } from '@/framework/references';
import { can } from '@/framework/session';

const found = import.meta.glob<WorkspaceModule>('../modules/*/index.ts', { eager: true, import: 'default' });

export const workspaceModules: readonly WorkspaceModule[] = Object.values(found);
provideReferences(workspaceModules.flatMap((module) => module.references ?? []));

const home: MenuEntry = { path: '', titleKey: 'app.home', icon: House, sheet: 'home', order: 0, permissions: [], key: 'a' };

export const allEntries = [home, ...workspaceModules.flatMap((module) => module.entries)].sort((a, b) => a.order - b.order);

/** The tabs that this person may open. */
export const menuEntries = computed(() => allEntries.filter((entry) => entry.permissions.length === 0 || entry.permissions.some(can)));

/** The tab that an address below `/espace/{slug}/` belongs to. */
export function entryOf(path: string): MenuEntry {
  const first = path.split('/')[3] ?? '';
  return allEntries.find((entry) => entry.path === first) ?? home;
}
