import { onBeforeUnmount, onMounted, ref, toValue, type MaybeRefOrGetter } from 'vue';

/**
 * Files that are dropped on the element, or pasted while no text is being typed.
 * @returns whether files are held over it
 */
export function useIncoming(element: MaybeRefOrGetter<HTMLElement | Document | null>, take: (files: File[]) => void) {
  const isOver = ref(false);
  let depth = 0;
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const listeners: [string, (event: never) => void][] = [
    ['dragenter', (event: DragEvent) => {
      if (hasFiles(event)) isOver.value = ++depth > 0;
    }],
    ['dragleave', (event: DragEvent) => {
      if (hasFiles(event)) isOver.value = --depth > 0;
    }],
    ['dragover', (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    }],
    ['drop', (event: DragEvent) => {
      depth = 0;
      isOver.value = false;
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      take(files);
    }],
  ];
  const paste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || (event.target as HTMLElement).closest('input, textarea, [contenteditable]')) return;
    event.preventDefault();
    take(files.map(named));
  };
  let target: HTMLElement | Document | null = null;
  onMounted(() => {
    target = toValue(element);
    for (const [name, listener] of listeners) target?.addEventListener(name, listener as EventListener);
    document.addEventListener('paste', paste);
  });
  onBeforeUnmount(() => {
    for (const [name, listener] of listeners) target?.removeEventListener(name, listener as EventListener);
    document.removeEventListener('paste', paste);
  });
  return isOver;
}

/** Every pasted picture is called `image.png`: the day and hour tell them apart. */
function named(file: File): File {
  if (!/^image\.\w+$/.test(file.name)) return file;
  const now = new Date().toLocaleString('sv').replace(' ', '-').replaceAll(':', '-');
  return new File([file], `${now}.${file.name.split('.').pop()}`, { type: file.type });
}
