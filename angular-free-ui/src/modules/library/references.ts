import type { FindTargets } from '@/framework/references';
import { http } from '@/framework/api/http';
import { ApiError } from '@/framework/api/problem';
import { commonsApi, type CommonsItem } from './api';

const target = ({ slug, title, aim }: Pick<CommonsItem, 'slug' | 'title' | 'aim'>) => ({ address: `guide:${slug}`, title, detail: aim });

/** Guides of the commons, for the documents that show them. */
export const findGuides: FindTargets = async (query) => {
  if (!query.startsWith('guide:')) return (await commonsApi.search({ query })).items.map(target);
  try {
    const guide = await http.get<{ slug: string; title: string }>('/api/library/commons-public/by-slug', { slug: query.slice('guide:'.length) });
    return [{ address: `guide:${guide.slug}`, title: guide.title }];
  } catch (problem) {
    if (problem instanceof ApiError && problem.status === 404) return [];
    throw problem;
  }
};
