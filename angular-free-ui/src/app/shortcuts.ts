import { onBeforeUnmount, onMounted, ref } from 'vue';
import { useRouter } from 'vue-router';
import { spaceSlug } from '@/framework/api/http';
import { menuEntries } from './modules';

export const isHelpOpen = ref(false);

/** Shortcuts of one key can be switched off: they disturb who speaks to the computer (WCAG 2.1.4). */
export const singleKeys = ref(localStorage.getItem('singleKeys') !== 'off');

export function setSingleKeys(on: boolean) {
  singleKeys.value = on;
  localStorage.setItem('singleKeys', on ? 'on' : 'off');
}

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest('dialog, [role=menu]') !== null);

/** `?` helps, `/` searches, `g` then a letter opens a tab. Never while somebody types. */
export function useShortcuts() {
  const router = useRouter();
  let wentAt = 0;

  function press(event: KeyboardEvent) {
    if (!singleKeys.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const going = event.timeStamp - wentAt < 1500;
    wentAt = 0;
    if (going) {
      const entry = menuEntries.value.find((one) => one.key === event.key);
      if (!entry) return;
      event.preventDefault();
      void router.push(`/${spaceSlug()}/${entry.path}`);
    } else if (event.key === 'g') wentAt = event.timeStamp;
    else if (event.key === '?') {
      event.preventDefault();
      isHelpOpen.value = true;
    } else if (event.key === '/') {
      const search = document.querySelector<HTMLInputElement>('main input[type=search]');
      if (!search) return;
      event.preventDefault();
      search.focus();
    }
  }

  onMounted(() => document.addEventListener('keydown', press));
  onBeforeUnmount(() => document.removeEventListener('keydown', press));
}
