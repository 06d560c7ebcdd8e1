import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import catalogue from './catalogue.json';
import { documentOf, openEditor, type OpenedEditor } from './testing';
import { builtInTypes } from './types';
import { writtenTypes } from './page';

/** The server's own account of its blocks: `BlockCatalogueTests` writes it. */
type Fields = Record<string, { kind: string; max?: number; items?: Fields }>;
const blocks = Object.entries(catalogue as unknown as Record<string, Fields>);

let editor: OpenedEditor | undefined;
afterEach(() => editor?.wrapper.unmount());

/** A value that is found again in its field. */
function sample(name: string, kind: string): unknown {
  if (kind === 'Text') return `Un ${name}`;
  if (kind === 'Link') return `https://exemple.fr/${name}`;
  if (kind === 'Email') return 'lea@exemple.fr';
  if (kind === 'Video') return 'https://vimeo.com/76979871';
  if (kind === 'Media') return 'media:1';
  if (kind === 'Alt') return { kind: 'text', text: `Un ${name}` };
  return undefined;
}

const filled = (fields: Fields) => Object.fromEntries(Object.entries(fields).flatMap(([name, { kind }]) => (sample(name, kind) === undefined ? [] : [[name, sample(name, kind)]])));
/** Chosen from a list. */
const chosen = ['category'];

describe('The blocks that the server knows', () => {
  it('can all be added, but for those that the site writes itself', () => {
    expect([...builtInTypes.map(({ type }) => type), ...writtenTypes].sort()).toEqual(blocks.map(([type]) => type).sort());
  });

  it.each(blocks.filter(([type, fields]) => !writtenTypes.includes(type) && Object.keys(fields).length > 0))('let nobody type more than is kept: %s', async (type, fields) => {
    const items = fields['items']?.items;
    const block = { type, ...filled(fields), ...(items && { items: [{ id: 'i1', ...filled(items) }] }) };
    const media = { upload: () => Promise.reject(new Error('no')), address: (urn: string) => `/${urn}`, documents: { upload: () => Promise.reject(new Error('no')), name: () => '' } };
    editor = await openEditor(documentOf(block), { media });
    await editor.wrapper.find('[data-block]').trigger('focusin');
    await flushPromises();
    const inputs = editor.wrapper.findAll<HTMLInputElement>('input, textarea').map(({ element }) => element);
    for (const [name, { kind, max }] of Object.entries({ ...fields, ...items })) {
      if (max === undefined || chosen.includes(name)) continue;
      const value = kind === 'Alt' ? `Un ${name}` : sample(name, kind);
      const limit = inputs.find((input) => input.value === value)?.getAttribute('maxlength');
      expect(limit, `${type}.${name}`).toBeDefined();
      expect(Number(limit), `${type}.${name}`).toBeGreaterThan(0);
      expect(Number(limit), `${type}.${name}`).toBeLessThanOrEqual(max);
    }
  });
});
