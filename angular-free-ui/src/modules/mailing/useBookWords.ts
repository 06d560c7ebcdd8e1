import { computed } from 'vue';
import { useQuery } from '@tanstack/vue-query';
import { spaceSlug } from '@/framework/api/http';
import { campaignsApi, listsApi } from './api';
import { useFields, useTags } from './bookApi';
import type { BookWords } from './segmentWords';

/** What conditions may refer to, and whether all of it is there. Letters: the fifty newest. */
export function useBookWords() {
  const lists = useQuery({ queryKey: [spaceSlug(), 'lists'], queryFn: listsApi.all });
  const letters = useQuery({ queryKey: [spaceSlug(), 'campaigns', 'newest'], queryFn: async () => (await campaignsApi.list()).items });
  const fields = useFields();
  const tags = useTags();
  const book = computed<BookWords>(() => ({
    lists: lists.data.value ?? [],
    tags: tags.data.value ?? [],
    fields: fields.data.value ?? [],
    letters: (letters.data.value ?? []).filter((one) => one.status !== 'Draft'),
  }));
  return { book, isReady: computed(() => [lists, letters, fields, tags].every((one) => !one.isPending.value)) };
}
