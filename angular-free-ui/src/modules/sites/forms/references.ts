import { matching, type FindTargets } from '@/framework/references';
import { formsApi } from './api';

/** The forms of the space, for the pages that show them. */
export const findForms: FindTargets = async (query) => {
  const { items } = await formsApi.all();
  return matching(
    items.map((form) => ({ address: form.urn, title: form.name })),
    query,
  );
};
