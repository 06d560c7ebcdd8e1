import { nextTick, watch, type Ref } from 'vue';

/** The form is long: whoever presses the button at its end does not see the field that is wrong, so that the focus goes there. */
export function useFocusOnError(error: () => string, field: Readonly<Ref<{ focus: () => void } | null>>): void {
  watch(error, async (text) => {
    await nextTick();
    if (text) field.value?.focus();
  });
}
