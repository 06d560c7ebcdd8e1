import { ref } from 'vue';

export type Appearance = 'auto' | 'light' | 'dark';

const saved = localStorage.getItem('appearance');
export const appearance = ref<Appearance>(saved === 'light' || saved === 'dark' ? saved : 'auto');

export function setAppearance(value: Appearance) {
  appearance.value = value;
  localStorage.setItem('appearance', value);
  applyAppearance();
}

export function applyAppearance() {
  if (appearance.value === 'auto') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = appearance.value;
}
