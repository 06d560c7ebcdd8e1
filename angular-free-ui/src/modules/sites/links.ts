import type { LinkTarget } from '@/editor/context';
import { isReference } from '@/editor/links';
import { sitesApi } from './api';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

let cache: { at: number; targets: Promise<LinkTarget[]> } | undefined;

async function load(): Promise<LinkTarget[]> {
  const [pages, posts] = await Promise.all([sitesApi.page.list(0), sitesApi.post.list(0)]);
  return [
    ...pages.items.map((page) => ({ address: `page:${page.id}`, title: page.title, detail: page.path })),
    ...posts.items.map((post) => ({ address: `post:${post.id}`, title: post.title, detail: post.path })),
  ];
}

/** The pages and posts that a link may lead to, by their name, or by their own address in a document. */
export async function findLinks(query: string): Promise<readonly LinkTarget[]> {
  if (cache === undefined || Date.now() - cache.at > 30_000) cache = { at: Date.now(), targets: load().catch(() => []) };
  const all = await cache.targets;
  if (isReference(query)) return all.filter((target) => target.address === query);
  const words = plain(query);
  return all.filter((target) => plain(target.title).includes(words));
}
