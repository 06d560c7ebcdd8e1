import { matching, type FindTargets } from '@/framework/references';
import { eventsApi } from './agenda/api';
import { sitesApi } from './api';

/** What a block keeps is the slug: it stays right when the category gets another name. */
const bySlug = (categories: readonly { name: string; slug: string }[], query: string) =>
  matching(categories.map(({ name, slug }) => ({ address: slug, title: name })), query);

/** For the blocks of news. */
export const findNewsCategories: FindTargets = async (query) => bySlug((await sitesApi.categories()).items, query);

/** For the blocks of the agenda. */
export const findAgendaCategories: FindTargets = async (query) => bySlug((await eventsApi.categories()).items, query);
