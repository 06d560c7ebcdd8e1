import { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { openMarkdown, saveMarkdown } from '../markdown/markdown-document';
import { textExtensions, textSchema } from './extensions';
import { cleanPastedHtml } from './paste';

function pasted(html: string): string {
  const editor = new Editor({ extensions: textExtensions(), content: cleanPastedHtml(html), injectCSS: false });
  const markdown = saveMarkdown(openMarkdown('', textSchema), editor.getJSON());
  editor.destroy();
  return markdown.trim();
}

describe('What is pasted', () => {
  it('from Google is not all bold', () => {
    expect(pasted('<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">Bonjour</span></p></b>')).toBe(
      'Bonjour',
    );
  });

  it('from Word loses its style sheets and keeps its text', () => {
    expect(
      pasted('<style>p.MsoNormal{color:red}</style><!--[if gte mso 9]><xml>x</xml><![endif]--><p class="MsoNormal">Un <b>mot</b><o:p></o:p></p>'),
    ).toBe('Un **mot**');
  });

  it('from Word becomes a list where Word drew bullets', () => {
    const item = (text: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>${text}</p>`;
    expect(pasted(item('Un') + item('Deux'))).toBe('- Un\n- Deux');
  });

  it('from LibreOffice has no empty paragraphs and a title below the page’s own', () => {
    expect(pasted('<h1>Titre</h1><p><br></p><p>Texte</p><p>&nbsp;</p>')).toBe('## Titre\n\nTexte');
  });

  it('from the web brings no script, no foreign image and no dangerous link', () => {
    expect(
      pasted('<p>a<script>alert(1)</script><img src="https://x.fr/a.png"><a href="javascript:alert(1)">b</a> <a href="https://c.fr">c</a></p>'),
    ).toBe('ab [c](https://c.fr)');
  });
});
