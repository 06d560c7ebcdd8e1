import { useQuery } from '@tanstack/vue-query';
import type { Answer } from '@/framework/api/answer';
import { http, spaceSlug } from '@/framework/api/http';
import type { components } from '@/framework/api/schema';
import type { Sheet } from '@/framework/modules';

/** A step's `link` is relative to `/espace/{slug}/`. */
export type FirstStep = Answer<components['schemas']['FirstStep']>;

export function useFirstSteps() {
  return useQuery({
    queryKey: [spaceSlug(), 'first-steps'],
    queryFn: async () => (await http.get<{ items: FirstStep[] }>('/api/associations/first-step')).items,
    staleTime: 0,
    retry: false,
  });
}

const sheets: Record<string, Sheet> = { site: 'site', lettres: 'letters', carnet: 'people', formations: 'courses', bibliotheque: 'library', reglages: 'settings' };

/** The paper of the tab that a step leads to. */
export const sheetOf = (step: FirstStep): Sheet => sheets[step.link.split(/[/?]/)[0] ?? ''] ?? 'home';
