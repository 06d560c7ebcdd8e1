// Every namespace that index.ts does not bring: said on pages that are loaded when somebody goes there.
const files = import.meta.glob<Record<string, string>>(
  ['./*.json', '!./app.json', '!./associations.json', '!./coordinators.json', '!./errors.json', '!./learning.json', '!./library.json', '!./mailing.json', '!./save.json', '!./sites.json', '!./ui.json'],
  { eager: true, import: 'default' },
);

export default Object.assign({}, ...Object.values(files)) as Record<string, string>;
