import type { JSONContent } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { LossyMarkdownError, openMarkdown, saveMarkdown, type MarkdownDocument } from './markdown-document';
import { corpus, examples, html, schema, words } from './testing/samples';

const doc = (...texts: string[]) => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** As if every block had been edited. */
function rewritten(document: MarkdownDocument): string {
  return saveMarkdown({ ...document, byContent: new Map(), content: {} }, document.content);
}

describe('A text that nobody edits', () => {
  it.each([...corpus, ...examples])('is written back byte for byte: $name', ({ markdown }) => {
    const document = openMarkdown(markdown, schema);
    expect(saveMarkdown(document, document.content)).toBe(markdown);
  });

  it('keeps its byte order mark and its mixed line ends', () => {
    const document = openMarkdown('\uFEFFUn\r\n\r\nDeux\n\nTrois\r', schema);
    const edited = structuredClone(document.content);
    edited.content![1] = doc('Deux !').content[0]!;
    expect(saveMarkdown(document, edited)).toBe('\uFEFFUn\r\n\r\nDeux !\n\nTrois\r');
  });
});

describe('A text of which every block is written anew', () => {
  // A link around bold text is written with the link outside: `<a><b>` for `<b><a>`.
  const shownOtherwise = ['../corpus/33-links-edge.md'];

  it.each([...corpus, ...examples])('says the same: $name', ({ name, markdown }) => {
    const again = rewritten(openMarkdown(markdown, schema));
    expect(words(again).replaceAll(' ', '')).toBe(words(markdown).replaceAll(' ', ''));
    if (!shownOtherwise.includes(name)) expect(html(again)).toBe(html(markdown));
  });
});

describe('An edited block', () => {
  it('leaves every other byte as it was', () => {
    const source =
      'Un\u00a0: <kbd>Ctrl</kbd> et {{prenom}}[^1].\n\n\n* a\n* b\n\n| x | y |\n|:--|--:|\n| 1 | \\| |\n\nÀ changer.  \n\n[^1]: Une note\n';
    const document = openMarkdown(source, schema);
    const edited = structuredClone(document.content);
    edited.content![3] = doc('Changé !').content[0]!;
    expect(saveMarkdown(document, edited)).toBe(source.replace('À changer.  ', 'Changé !'));
  });

  it('does not flow into a neighbour that stood without a blank line', () => {
    const document = openMarkdown('# Titre\nTexte\n', schema);
    const edited = doc('Avant', 'Texte');
    expect(openMarkdown(saveMarkdown(document, edited), schema).content.content).toHaveLength(2);
  });

  it('keeps two neighbouring lists apart', () => {
    const item = (text: string) => ({ type: 'listItem', content: doc(text).content });
    const list = (text: string) => ({ type: 'bulletList', attrs: { tight: true }, content: [item(text)] });
    const text = saveMarkdown(openMarkdown('', schema), { type: 'doc', content: [list('un'), list('deux'), list('trois')] });
    expect(openMarkdown(text, schema).content.content).toHaveLength(3);
  });

  it('may lose the definition of a reference: the reference becomes the text that it is', () => {
    const document = openMarkdown('Voir [le site][s].\n\n[s]: https://exemple.fr\n', schema);
    const text = saveMarkdown(document, { type: 'doc', content: [document.content.content![0]!] });
    expect(text).toContain('[le site][s]');
  });

  it('drops what is empty: paragraphs, headings, the last entry of a list', () => {
    const content = [
      { type: 'paragraph' },
      { type: 'heading', attrs: { level: 2 } },
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: doc('un').content },
          { type: 'listItem', content: [{ type: 'paragraph' }] },
        ],
      },
    ];
    expect(saveMarkdown(openMarkdown('', schema), { type: 'doc', content })).toBe('- un\n');
  });

  it('does not make a stressed text lose its stress to a space', () => {
    const bold = (text: string) => ({ type: 'text', text, marks: [{ type: 'bold' }] });
    const content = [{ type: 'paragraph', content: [bold('Attention '), { type: 'text', text: 'ici' }] }];
    expect(saveMarkdown(openMarkdown('', schema), { type: 'doc', content })).toBe('**Attention** ici\n');
  });
});

describe('The guard at save', () => {
  it('refuses a text that would not read back, and says what it tried', () => {
    const document = openMarkdown('<!-- jamais fermé\n', schema);
    const content = [...document.content.content!, ...doc('Avalé').content];
    expect(() => saveMarkdown(document, { type: 'doc', content })).toThrow(LossyMarkdownError);
  });
});

describe('What somebody types', () => {
  const snippets = [
    '# Pas un titre',
    '1. Pas une liste',
    '1) non plus',
    '- puce',
    '+ puce',
    '* puce',
    '> cité',
    '| a | b |',
    '---',
    '***',
    '===',
    '```',
    '~~~',
    '*étoiles*',
    '_soulignés_',
    '**deux**',
    '__deux__',
    '~~barré~~',
    'H~2~O',
    '`code`',
    '[lien](x)',
    '[réf]',
    '![image](x)',
    '[^1]',
    '[a]: b',
    '<b>gras</b>',
    '<https://a.fr>',
    '&copy; &amp; &#38;',
    'a\\b \\* \\',
    'https://exemple.fr/_x_',
    'moi@exemple.fr',
    'www.exemple.fr',
    '{{prenom}}',
    '{{url_recu}}',
    '{{_a_}}',
    ':::info',
    '$x$ et $y$',
    '==a== ++b++ ^c^',
    '{.rouge}',
    'a | b',
    '[ ] tâche',
    '[x] faite',
    '«\u00a0Bonjour\u00a0!\u00a0»',
    'fin\u00a0',
    'snake_case_ici',
    '2 * 3 * 4',
    '#hashtag',
    '12.',
    '-',
    '+',
    '!',
    '![',
    '](',
    '<',
    '>',
    '&',
    '\u202F:',
  ];
  const contexts: [string, (text: string) => JSONContent][] = [
    ['a paragraph', (text) => doc(text).content[0]!],
    ['a heading', (text) => ({ type: 'heading', attrs: { level: 2 }, content: doc(text).content[0]!.content })],
    ['a list', (text) => ({ type: 'bulletList', attrs: { tight: true }, content: [{ type: 'listItem', content: doc(text).content }] })],
    ['a quotation', (text) => ({ type: 'blockquote', content: doc(text).content })],
    [
      'bold',
      (text) => ({
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text, marks: [{ type: 'bold' }] },
          { type: 'text', text: 'b' },
        ],
      }),
    ],
  ];

  it.each(contexts)('stays as it was typed in %s', (_, inside) => {
    for (const snippet of snippets) {
      const content = [...doc('Avant').content, inside(snippet), ...doc('Après').content];
      const text = saveMarkdown(openMarkdown('', schema), { type: 'doc', content });
      expect(plain(openMarkdown(text, schema).content), snippet).toBe(plain({ type: 'doc', content }));
    }
  });
});

function plain(node: JSONContent): string {
  const source = typeof node.attrs?.['source'] === 'string' ? node.attrs['source'] : '';
  return (node.text ?? source).replace(/[ \t\n]/g, '') + (node.content ?? []).map((child) => plain(child)).join('');
}
