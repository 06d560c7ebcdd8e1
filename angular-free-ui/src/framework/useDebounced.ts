import { onBeforeUnmount, ref, watch, type Ref } from 'vue';

/** The value once it has not changed for `wait` milliseconds: to search while somebody types. */
export function useDebounced<T>(source: Ref<T>, wait = 250): Ref<T> {
  const value = ref(source.value) as Ref<T>;
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (next) => {
    clearTimeout(timer);
    timer = setTimeout(() => (value.value = next), wait);
  });
  onBeforeUnmount(() => clearTimeout(timer));
  return value;
}
