/** A field of a mail merge as it is written: `{{firstName|chers amis}}`. */
export interface FieldWords {
  name: string;
  /** Stands there for people of whom it is not known. */
  fallback: string;
}

export function parseField(source: string): FieldWords {
  const [name = '', ...rest] = source.slice(2, -2).split('|');
  return { name: name.trim(), fallback: rest.join('|').trim() };
}

/** What would end the field, or begin another, cannot stand in it. */
export function writeField({ name, fallback }: FieldWords): string {
  const words = fallback.replace(/[{}|\s]+/g, ' ').trim();
  return words === '' ? `{{${name}}}` : `{{${name}|${words}}}`;
}
