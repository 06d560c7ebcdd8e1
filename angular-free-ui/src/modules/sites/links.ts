import type { LinkTarget } from '@/editor/context';
import { isReference } from '@/editor/links';
import { can } from '@/framework/session';
import { agendaPermissions, eventsApi } from './agenda/api';
import { sitesApi } from './api';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

interface SiteTarget extends LinkTarget {
  isOnline: boolean;
}

let cache: { at: number; targets: Promise<SiteTarget[]> } | undefined;

async function load(): Promise<SiteTarget[]> {
  const [pages, posts, events] = await Promise.all([
    sitesApi.page.list(0),
    sitesApi.post.list(0),
    can(agendaPermissions.events) ? eventsApi.list(false, 0) : { items: [] },
  ]);
  return [
    ...pages.items.map((page) => ({ address: `page:${page.id}`, title: page.title, detail: page.path, isOnline: page.isPublished })),
    ...posts.items.map((post) => ({ address: `post:${post.id}`, title: post.title, detail: post.path, isOnline: post.isPublished })),
    ...events.items.map((event) => ({ address: `event:${event.id}`, title: event.title, detail: event.when, isOnline: event.isPublished })),
  ];
}

function targets(): Promise<readonly SiteTarget[]> {
  if (cache !== undefined && Date.now() - cache.at < 30_000) return cache.targets;
  const asked = { at: Date.now(), targets: load() };
  cache = asked;
  // What failed is asked again at the next press.
  asked.targets.catch(() => (cache = cache === asked ? undefined : cache));
  return asked.targets;
}

/** The pages and posts that readers can see. */
export async function onlineLinks(): Promise<readonly LinkTarget[]> {
  return (await targets()).filter((target) => target.isOnline && /^(?:page|post):/.test(target.address));
}

/** The pages, posts and coming events that a link may lead to, by their name, or by their own address in a document. */
export async function findLinks(query: string): Promise<readonly LinkTarget[]> {
  // While one types an address of the web, the pages of the site are a help that may be missing.
  const all = await targets().catch(() => []);
  if (isReference(query)) return all.filter((target) => target.address === query);
  const words = plain(query);
  return all.filter((target) => plain(target.title).includes(words));
}
