// What the shell and its pages of their own say; see pages.ts for the rest.
const files = import.meta.glob<Record<string, string>>(
  ['./app.json', './associations.json', './coordinators.json', './errors.json', './learning.json', './library.json', './mailing.json', './save.json', './sites.json', './ui.json'],
  { eager: true, import: 'default' },
);

/** Namespaces of the language: `<namespace>.json` holds the keys that begin with `<namespace>.`. */
export default Object.assign({}, ...Object.values(files)) as Record<string, string>;
