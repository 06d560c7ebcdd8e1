import { config } from '@vue/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import { i18n, loadPageTexts, setLanguage } from '@/framework/i18n';

config.global.plugins.push(i18n);

beforeEach(async () => {
  localStorage.clear();
  await setLanguage('fr');
  await loadPageTexts();
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});
