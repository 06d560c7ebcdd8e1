import { shallowReactive, watch } from 'vue';
import { useEditorContext, type LinkTarget } from './context';

/**
 * Titles of the courses, guides or forms that a block names, by address; each is asked once. `null` when there is none
 * of that address (any more); not there until the answer came.
 */
export function useReferenceTitles(scheme: string, addresses: () => readonly string[]): ReadonlyMap<string, LinkTarget | null> {
  const context = useEditorContext();
  const known = shallowReactive(new Map<string, LinkTarget | null>());
  const asked = new Set<string>();
  watch(
    addresses,
    (all) => {
      for (const address of all) {
        if (address === '' || asked.has(address)) continue;
        asked.add(address);
        context
          .findReferences(scheme, address)
          .then((found) => known.set(address, found.find((target) => target.address === address) ?? null))
          // Without network the address itself is shown; the next look asks again.
          .catch(() => asked.delete(address));
      }
    },
    { immediate: true },
  );
  return known;
}
