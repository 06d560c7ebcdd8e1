import { mount } from '@vue/test-utils';
import { expect, test } from 'vitest';
import DocumentReader from './DocumentReader';

const read = (...markdown: string[]) =>
  mount(DocumentReader, { props: { document: JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: markdown.map((text, at) => ({ id: `b${at}`, type: 'text', v: 1, markdown: text })) }) } });

test('words, headings, lists and links are shown', () => {
  const page = read('## Avant\n\nLe **sucre** et le [lien](https://example.org).\n\n- un\n- deux');
  expect(page.find('h3').text()).toBe('Avant');
  expect(page.find('strong').text()).toBe('sucre');
  expect(page.findAll('li')).toHaveLength(2);
  expect(page.find('a').attributes('href')).toBe('https://example.org');
});

test('what could run is only text', () => {
  const page = read('<img src=x onerror="alert(1)">\n\n[clic](javascript:alert(1)) <script>alert(1)</script>');
  expect(page.find('a').exists()).toBe(false);
  expect(page.find('img').exists()).toBe(false);
  expect(page.find('script').exists()).toBe(false);
  expect(page.text()).toContain('onerror');
});

test('what is no document is shown as it is', () => {
  expect(mount(DocumentReader, { props: { document: 'pas du JSON' } }).text()).toBe('pas du JSON');
});
