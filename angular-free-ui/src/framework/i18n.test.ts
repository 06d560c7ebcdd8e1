import { expect, test } from 'vitest';
import { i18n, setLanguage, t } from './i18n';

test('changing the language changes the texts and the language of the document', async () => {
  expect(t('ui.close')).toBe('Fermer');
  await setLanguage('en');
  expect(t('ui.close')).toBe('Close');
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('language')).toBe('en');
});

test('every message is well formed', async () => {
  for (const language of ['fr', 'en'] as const) {
    await setLanguage(language);
    for (const key of Object.keys(i18n.global.getLocaleMessage(language))) expect(() => t(key, 2), key).not.toThrow();
  }
});
