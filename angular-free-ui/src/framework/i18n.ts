import { createI18n } from 'vue-i18n';

export const languages = { fr: 'Français', en: 'English' } as const;
export type Language = keyof typeof languages;

type Messages = Record<string, string>;

// One file a namespace, one chunk a language: see src/locales/{fr,en}/index.ts.
const loaders: Record<Language, () => Promise<{ default: Messages }>> = {
  fr: () => import('@/locales/fr'),
  en: () => import('@/locales/en'),
};

export const i18n = createI18n({
  legacy: false,
  locale: 'fr',
  fallbackLocale: 'fr',
  flatJson: true,
  messages: {} as Record<Language, Messages>,
  // In French, zero is singular: « 0 personne ».
  pluralRules: { fr: (count: number, choices: number) => (choices === 2 ? (count < 2 ? 0 : 1) : count === 0 ? 0 : count < 2 ? 1 : 2) },
});

const loaded = new Set<Language>();

/** The language kept in this browser, or French: the language is never guessed from the browser's. */
export function savedLanguage(): Language {
  return localStorage.getItem('language') === 'en' ? 'en' : 'fr';
}

export function currentLanguage(): Language {
  return i18n.global.locale.value;
}

export async function setLanguage(language: Language) {
  if (!loaded.has(language)) {
    // A copy: vue-i18n nests the flat keys in the object that it is given.
    const messages = { ...(await loaders[language]()).default };
    i18n.global.setLocaleMessage(language, messages);
    loaded.add(language);
  }
  i18n.global.locale.value = language;
  localStorage.setItem('language', language);
  document.documentElement.lang = language;
}

/** The translation outside of a component. */
export const t = i18n.global.t;
