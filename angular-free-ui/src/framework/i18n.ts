import { createI18n } from 'vue-i18n';

export const languages = { fr: 'Français', en: 'English' } as const;
export type Language = keyof typeof languages;

type Messages = Record<string, string>;

// One file a namespace, two chunks a language: what the shell says comes first, the pages' words with the first page.
const loaders: Record<Language, Record<'shell' | 'pages', () => Promise<{ default: Messages }>>> = {
  fr: { shell: () => import('@/locales/fr'), pages: () => import('@/locales/fr/pages') },
  en: { shell: () => import('@/locales/en'), pages: () => import('@/locales/en/pages') },
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

const loaded = new Map<string, Promise<void>>();
let pagesWanted = false;

async function add(language: Language, part: 'shell' | 'pages'): Promise<void> {
  // A copy: vue-i18n nests the flat keys in the object that it is given.
  i18n.global.mergeLocaleMessage(language, { ...(await loaders[language][part]()).default });
}

function load(language: Language, part: 'shell' | 'pages'): Promise<void> {
  const key = `${language} ${part}`;
  const loading = loaded.get(key) ?? add(language, part);
  loaded.set(key, loading);
  // What the network refused is asked for again.
  loading.catch(() => loaded.delete(key));
  return loading;
}

/** The words of the pages of modules, in the current language and in those that are chosen later. */
export async function loadPageTexts(): Promise<void> {
  pagesWanted = true;
  await load(currentLanguage(), 'pages');
}

/** The language kept in this browser, or French: the language is never guessed from the browser's. */
export function savedLanguage(): Language {
  return localStorage.getItem('language') === 'en' ? 'en' : 'fr';
}

export function currentLanguage(): Language {
  return i18n.global.locale.value;
}

export async function setLanguage(language: Language) {
  await Promise.all([load(language, 'shell'), pagesWanted ? load(language, 'pages') : undefined]);
  i18n.global.locale.value = language;
  localStorage.setItem('language', language);
  document.documentElement.lang = language;
}

/** The translation outside of a component. */
export const t = i18n.global.t;
