import { useQuery } from '@tanstack/vue-query';
import { http, spaceSlug } from '@/framework/api/http';
import type { Sheet } from '@/framework/modules';

export interface FirstStep {
  name: string;
  title: string;
  done: boolean;
  /** Relative to `/espace/{slug}/`. */
  link: string;
  lessonLink: string | null;
  order: number;
}

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
