import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import englishShell from './en';
import englishPages from './en/pages';
import frenchShell from './fr';
import frenchPages from './fr/pages';

const src = join(import.meta.dirname, '..');
type Messages = Record<string, string>;

function read(language: string) {
  const folder = join(src, 'locales', language);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name: name.replace('.json', ''), messages: JSON.parse(readFileSync(join(folder, name), 'utf8')) as Messages }));
}

function sources() {
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(vue|ts)$/.test(path) && !path.endsWith('.test.ts') && !path.startsWith('mocks'))
    .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));
}

const fr = read('fr');
const en = read('en');
const all = (files: typeof fr) => Object.assign({}, ...files.map((file) => file.messages)) as Messages;
const french = all(fr);
const english = all(en);
const namespaces = fr.map((file) => file.name).join('|');

// Any literal that looks like a key counts: t('site.pages'), titleKey: 'site.title', `site.status.${x}`.
const literal = new RegExp(`['"\`]((?:${namespaces})\\.[A-Za-z0-9_.]*)(?:(\\$\\{)|['"\`])`, 'g');
const used = new Map<string, string>();
const prefixes = new Set<string>();
for (const { path, text } of sources()) {
  for (const [, key, open] of text.matchAll(literal)) {
    if (!key) continue;
    if (open) prefixes.add(key);
    else used.set(key, path);
  }
}

test('keys are sorted and begin with the name of their file', () => {
  for (const { name, messages } of [...fr, ...en]) {
    const keys = Object.keys(messages);
    expect(keys).toEqual([...keys].sort());
    expect(keys.filter((key) => !key.startsWith(`${name}.`))).toEqual([]);
  }
});

test('no key is the beginning of another', () => {
  const keys = Object.keys(french).sort();
  expect(keys.filter((key, at) => keys[at + 1]?.startsWith(`${key}.`))).toEqual([]);
});

test('French and English have the same keys with the same values inside', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort());
  const inside = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join();
  expect(Object.keys(french).filter((key) => inside(french[key] ?? '') !== inside(english[key] ?? ''))).toEqual([]);
});

test('every key that the code names exists', () => {
  expect([...used].filter(([key]) => !(key in french))).toEqual([]);
});

test('every key is used', () => {
  const dynamic = [...prefixes];
  expect(Object.keys(french).filter((key) => !used.has(key) && !dynamic.some((prefix) => key.startsWith(prefix)))).toEqual([]);
});

test('French sentences keep their punctuation with a no-break space', () => {
  expect(Object.entries(french).filter(([, text]) => / [;:!?»]|« /.test(text)).map(([key]) => key)).toEqual([]);
});

test('the shell says nothing that comes with the pages only, and each namespace comes once', () => {
  const shell = new Set(Object.keys(frenchShell).map((key) => key.split('.')[0]));
  const ofTheShell = sources().filter(({ path }) => /^(app|framework|ui)[\\/]|^main\.ts|^App\.vue|^modules[\\/]\w+[\\/]index\.ts/.test(path));
  const said = ofTheShell.flatMap(({ text }) => [...text.matchAll(literal)].map(([, key = '']) => key.split('.')[0]));
  expect(said.filter((namespace) => !shell.has(namespace))).toEqual([]);
  expect({ ...frenchShell, ...frenchPages }).toEqual(french);
  expect(Object.keys(frenchShell).filter((key) => key in frenchPages)).toEqual([]);
  expect(Object.keys({ ...englishShell, ...englishPages }).sort()).toEqual(Object.keys(english).sort());
});
