import { VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { eventually } from '@/framework/testing';
import { useSessionOf } from '@/framework/session';
import PageEditPage from './pages/PageEditPage.vue';
import PostEditPage from './pages/PostEditPage.vue';

// What the tests of the page editor share: a hub that answers, and what somebody does on the page.
export const document1 = JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: [{ id: 'b1', type: 'text', v: 1, markdown: 'Un' }, { id: 'b2', type: 'futur', v: 3, x: [1] }] });
export const page = { id: 'p1', title: 'Accueil', slug: 'accueil', path: '/accueil', kind: 'Standard', isPublished: false, hasChanges: false, publishedTime: null, lastSavedTime: '2026-06-01T10:00:00', publishAt: null as string | null, unpublishAt: null as string | null, scheduleProblem: null as string | null, document: document1, revision: 4, issues: [], wasMerged: false };
export const site = { name: 'Jardins', url: 'http://jardins.localhost:5000', isOnline: false, theme: 'papier', accentColor: null, headerColor: null, themes: [], obstacles: [] };

export interface Save {
  title: string;
  document: string;
  baseRevision: number;
  session: string;
  excerpt?: string | null;
  authorName?: string | null;
}

/** What was sent to it, and what it answers. */
export const hub = { saves: [] as Save[], schedules: [] as { publishAt: string | null; unpublishAt: string | null }[], publications: [] as { unpublishAt: string | null }[], refusesEnds: false, stored: {} as Partial<typeof page> & { excerpt?: string; authorName?: string }, remarks: [] as unknown[], answer: undefined as unknown as (save: Save) => Response, wrapper: undefined as unknown as VueWrapper };
export const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

/** Before and after each test of the file. */
export function startHub(): void {
  beforeEach(() => {
    hub.saves = [];
    hub.schedules = [];
    hub.publications = [];
    hub.refusesEnds = false;
    hub.stored = {};
    hub.remarks = [];
    hub.answer = (body) => json({ ...page, ...body, revision: body.baseRevision + 1 });
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      const path = new URL(input, location.href).pathname;
      if (init?.method === 'PUT' && /[/](page|post)[/]p1$/.test(path)) {
        const body = JSON.parse(init.body as string) as Save;
        hub.saves.push(body);
        return Promise.resolve(hub.answer(body));
      }
      if (path.endsWith('/p1/schedule')) {
        const times = JSON.parse(init?.body as string) as (typeof hub.schedules)[number];
        hub.schedules.push(times);
        return Promise.resolve(json({ ...page, ...hub.stored, publishAt: times.publishAt && '2127-06-05T16:00:00Z', unpublishAt: times.unpublishAt && '2128-06-05T16:00:00Z' }));
      }
      if (path.endsWith('/p1/publish')) {
        if (hub.refusesEnds) return Promise.resolve(json({ status: 400, code: 'Sites:ScheduleInPast', detail: 'Cette date est passée.' }, 400));
        hub.publications.push(JSON.parse(init?.body as string) as (typeof hub.publications)[number]);
        return Promise.resolve(json({ ...page, isPublished: true }));
      }
      if (/^[/]api[/]sites[/](page|post)[/]p1$/.test(path)) return Promise.resolve(json({ ...page, ...hub.stored }));
      if (path.endsWith('/p1/review')) return Promise.resolve(json({ items: hub.remarks.splice(0, 1) }));
      if (path.endsWith('/to-text')) return Promise.resolve(json({ text: 'Un' }));
      if (path.endsWith('/from-text')) {
        const { text } = JSON.parse(init?.body as string) as { text: string };
        return Promise.resolve(json(text.startsWith(':::') ? { document: null, problems: [{ line: 1, code: 'x', message: 'Ce bloc n’est pas fermé.', severity: 'Error' }] } : { document: document1.replace('Un', text), problems: [] }));
      }
      if (path === '/api/sites/site') return Promise.resolve(json(site));
      return Promise.resolve(json({ items: [], totalCount: 0 }));
    });
    useSessionOf({
      user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' },
      memberships: [],
      currentSpace: null,
      grantedPermissions: ['Sites.Pages', 'Sites.Pages.Edit', 'Sites.Pages.Publish', 'Sites.Posts', 'Sites.Posts.Edit', 'Sites.Posts.Publish', 'Sites.Media.Edit'],
      hubRoles: [],
    });
  });
  afterEach(() => hub.wrapper.unmount());
}

export async function open(component: typeof PageEditPage = PageEditPage): Promise<void> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component, props: { id: 'p1' } }] });
  await router.push('/');
  hub.wrapper = mount({ template: '<RouterView />' }, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await eventually(() => expect(hub.wrapper.find('.ProseMirror').exists()).toBe(true));
}

export const openPost = (): Promise<void> => open(PostEditPage);

export async function type(text: string): Promise<void> {
  const { editor } = hub.wrapper.find('.ProseMirror').element as HTMLElement & { editor: Editor };
  editor.commands.insertContentAt(editor.state.doc.content.size - 1, text);
  await new Promise((resolve) => setTimeout(resolve, 350));
}
export async function press(name: string): Promise<void> {
  await hub.wrapper.findAll('button').filter((button) => button.text() === name).at(-1)!.trigger('click');
  await flushPromises();
}
export const firstText = (document: string) => (JSON.parse(document) as { blocks: { markdown: string }[] }).blocks[0]!.markdown;
export const saved = (count: number) => eventually(() => expect(hub.saves).toHaveLength(count));
