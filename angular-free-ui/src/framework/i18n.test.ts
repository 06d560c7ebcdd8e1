import { expect, test } from 'vitest';
import en from '@/locales/en';
import fr from '@/locales/fr';
import { setLanguage, t } from './i18n';

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
    const messages = { fr, en }[language];
    for (const key of Object.keys(messages)) expect(t(key, 2), key).not.toBe(key);
  }
});
