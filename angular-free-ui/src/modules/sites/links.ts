import type { LinkTarget } from '@/editor/context';
import { isReference } from '@/editor/links';
import { spaceSlug } from '@/framework/api/http';
import { matching } from '@/framework/references';
import { can } from '@/framework/session';
import { agendaPermissions, eventsApi, type EventItem } from './agenda/api';
import { sitesApi, type ContentItem, type ContentKind } from './api';

interface SiteTarget extends LinkTarget {
  isOnline: boolean;
}

const MEMORY = 30_000;
const known = new Map<string, { at: number; found: Promise<readonly SiteTarget[]> }>();

/** Who writes one link writes another soon: the same question is asked once in half a minute. */
function remembered(question: string, ask: () => Promise<readonly SiteTarget[]>): Promise<readonly SiteTarget[]> {
  for (const [old, { at }] of known) if (Date.now() - at > MEMORY) known.delete(old);
  const key = `${spaceSlug()} ${question}`;
  const before = known.get(key);
  if (before !== undefined) return before.found;
  const found = ask();
  // What failed is asked again at the next look.
  found.catch(() => known.delete(key));
  known.set(key, { at: Date.now(), found });
  return found;
}

const ofContent = (kind: ContentKind, item: Pick<ContentItem, 'id' | 'title' | 'path' | 'isPublished'>): SiteTarget => ({
  address: `${kind}:${item.id}`,
  title: item.title,
  detail: item.path,
  isOnline: item.isPublished,
});
const ofEvent = (item: Pick<EventItem, 'id' | 'title' | 'when' | 'isPublished'>): SiteTarget => ({
  address: `event:${item.id}`,
  title: item.title,
  detail: item.when,
  isOnline: item.isPublished,
});

/** All of them: a site has 200 at most. */
const pages = () => remembered('pages', async () => (await sitesApi.page.list(0)).items.map((page) => ofContent('page', page)));
const posts = (words: string) => remembered(`posts ${words}`, async () => (await sitesApi.post.list(0, words)).items.map((post) => ofContent('post', post)));
const events = (words: string) =>
  remembered(`events ${words}`, async () => (can(agendaPermissions.events) ? (await eventsApi.list(false, 0, words)).items.map(ofEvent) : []));

/** Asked by its own address, for what a list may not have read: an old post, an event that is over. */
function one(address: string): Promise<readonly SiteTarget[]> {
  const [scheme, id = ''] = address.split(':');
  if (scheme === 'post') return remembered(address, async () => [ofContent('post', await sitesApi.post.get(id))]);
  if (scheme === 'event') return remembered(address, async () => (can(agendaPermissions.events) ? [ofEvent(await eventsApi.get(id))] : []));
  return pages();
}

/** While one types an address of the web, what the site has is a help that may be missing. */
const offered = (found: Promise<readonly SiteTarget[]>) => found.catch((): readonly SiteTarget[] => []);

/** The pages and posts that readers can see, by words of their title. */
export async function onlineLinks(words: string): Promise<readonly LinkTarget[]> {
  const [ofPages, ofPosts] = await Promise.all([pages(), posts(words)]);
  return [...matching(ofPages, words), ...ofPosts].filter((target) => target.isOnline);
}

/** The pages, posts and coming events that a link may lead to, by words of their title, or by their own address in a document. */
export async function findLinks(query: string): Promise<readonly LinkTarget[]> {
  if (isReference(query)) {
    const [address = ''] = query.split('#');
    return (await offered(one(address))).filter((target) => target.address === address).map((target) => ({ ...target, address: query }));
  }
  const words = query.trim();
  const [ofPages, ...others] = await Promise.all([pages(), posts(words), events(words)].map(offered));
  return [...matching(ofPages ?? [], words), ...others.flat()];
}
