import { config } from '@vue/test-utils';
import { afterEach, beforeEach, vi } from 'vitest';
import { i18n, setLanguage } from '@/framework/i18n';

config.global.plugins.push(i18n);

beforeEach(async () => {
  localStorage.clear();
  await setLanguage('fr');
});

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.innerHTML = '';
});
