import { onBeforeUnmount, onMounted, type Ref } from 'vue';

/**
 * How much of the lower edge of the screen the keyboard covers, in the property `--covered` of the element: iOS moves nothing
 * that is fixed there (https://developer.mozilla.org/docs/Web/API/VisualViewport).
 */
export function useKeyboardInset(element: Readonly<Ref<HTMLElement | null>>): void {
  const viewport = window.visualViewport;
  function follow(): void {
    if (!viewport) return;
    const covered = Math.max(0, Math.round(document.documentElement.clientHeight - viewport.offsetTop - viewport.height));
    element.value?.style.setProperty('--covered', `${covered}px`);
  }
  onMounted(() => {
    follow();
    for (const event of ['resize', 'scroll']) viewport?.addEventListener(event, follow);
  });
  onBeforeUnmount(() => {
    for (const event of ['resize', 'scroll']) viewport?.removeEventListener(event, follow);
  });
}
