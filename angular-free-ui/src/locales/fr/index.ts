const files = import.meta.glob<Record<string, string>>('./*.json', { eager: true, import: 'default' });

/** All namespaces of the language: `<namespace>.json` holds the keys that begin with `<namespace>.`. */
export default Object.assign({}, ...Object.values(files)) as Record<string, string>;
