import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useInfiniteQuery } from '@tanstack/vue-query';
import { toast } from '@/ui/toasts';
import { spaceSlug } from './api/http';
import { messageOf } from './api/problem';

export interface CursorPage<T> {
  items: T[];
  nextCursor?: string | null;
  totalCount?: number;
}

export interface CountedPage<T> {
  items: T[];
  totalCount: number;
}

/**
 * A list read page after page. `load` gets the cursor of the page before (`nextCursor`), or, for lists that the
 * server counts, how many rows were read so far.
 */
export function usePagedList<T>(
  key: MaybeRefOrGetter<readonly unknown[]>,
  load: (page: { cursor: string | undefined; skipCount: number; signal: AbortSignal }) => Promise<CursorPage<T> | CountedPage<T>>,
) {
  const query = useInfiniteQuery({
    queryKey: computed(() => [spaceSlug(), ...toValue(key)]),
    initialPageParam: { cursor: undefined as string | undefined, skipCount: 0 },
    queryFn: ({ pageParam, signal }) => load({ ...pageParam, signal }),
    getNextPageParam: (page, pages) => {
      const skipCount = pages.reduce((sum, one) => sum + one.items.length, 0);
      if ('nextCursor' in page && page.nextCursor) return { cursor: page.nextCursor, skipCount };
      if (!('nextCursor' in page) && page.totalCount !== undefined && skipCount < page.totalCount) return { cursor: undefined, skipCount };
      return undefined;
    },
    placeholderData: (before) => before,
    retry: false,
  });
  return {
    items: computed(() => query.data.value?.pages.flatMap((page) => page.items) ?? []),
    first: computed(() => query.data.value?.pages[0]),
    total: computed(() => query.data.value?.pages[0]?.totalCount),
    isLoading: query.isPending,
    /** What was read stays when a later reading fails. */
    error: computed(() => (query.isLoadingError.value ? query.error.value : null)),
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: async () => {
      const { isFetchNextPageError, error } = await query.fetchNextPage();
      if (isFetchNextPageError) toast(messageOf(error), { tone: 'error' });
    },
    refresh: () => query.refetch(),
  };
}
