import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMParser } from '@tiptap/pm/model';
import { describe, expect, it } from 'vitest';
import { textSchema } from './extensions';
import { markdownOf, parsePlainText, picturesOfRtf, piecesOf, readPasted, type Piece } from './paste';

function pieces(html: string): Piece[] {
  const root = document.createElement('div');
  root.innerHTML = html;
  const pictures = readPasted(root);
  return piecesOf(DOMParser.fromSchema(textSchema).parseSlice(root), pictures, textSchema);
}
const sample = (name: string) => pieces(readFileSync(join(import.meta.dirname, 'paste-samples', `${name}.html`), 'utf8'));
const texts = (all: Piece[]) => all.map((piece) => ('markdown' in piece ? piece.markdown : `[${piece.picture.alt}]`));
const pasted = (html: string) => texts(pieces(html)).join('\n\n');

describe('What is pasted from Word', () => {
  it('is titles, lists in lists, tables and pictures, without its styles', () => {
    expect(texts(sample('word'))).toEqual([
      '## Compte rendu\n\nPrésents\u00a0: **Léa**, *Karim* et Fatou.',
      '## Décisions\n\n- Acheter des graines\n  - des tomates\n- Réparer la [serre](https://exemple.fr/serre)\n\nPuis\u00a0:\n\n1. Semer\n2. Arroser',
      '[La serre au printemps]',
      '| Qui | Quoi |\n| - | - |\n| Léa | Graines et terreau |\n\nFin',
    ]);
  });

  it('has its pictures in the RTF beside it', async () => {
    const hex = '89504e470d0a1a0a'.repeat(8);
    const [file] = picturesOfRtf(`{\\rtf1{\\*\\shppict{\\pict{\\*\\picprop}\\picw100\\pngblip\\bliptag-5{\\*\\blipuid 0011aabb}\n${hex.slice(0, 64)}\n${hex.slice(64)}}}{\\nonshppict{\\pict\\wmetafile8 0102}}}`);
    expect(file?.type).toBe('image/png');
    expect(new Uint8Array(await file!.arrayBuffer()).slice(0, 4)).toEqual(new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
    expect(file?.size).toBe(64);
  });
});

describe('What is pasted from Google Docs', () => {
  it('is bold where the writer made it bold, and leads straight to where its links lead', () => {
    expect(texts(sample('google-docs'))).toEqual([
      '## La fête du quai\n\nElle aura lieu **samedi** *si le temps le permet*. [Le programme](https://exemple.fr/programme?jour=6)\n\n- Des jeux\n  - pour petits\n- Un repas',
      '[]',
      'À bientôt\u00a0!',
    ]);
  });

  it('brings its pictures as files', () => {
    const picture = sample('google-docs').find((piece) => 'picture' in piece)!;
    expect('picture' in picture && picture.picture.file?.type).toBe('image/png');
  });
});

describe('What is pasted from LibreOffice', () => {
  it('has no empty paragraphs, and joined cells are single ones', () => {
    expect(texts(sample('libreoffice'))).toEqual([
      '## Adhérer\n\nL’adhésion est **à prix libre**, *même* un euro.\n\n1. Remplissez le bulletin\n2. Envoyez-le par la poste\n\n| Tarifs | |\n| - | - |\n| Famille | 10\u00a0€ |',
    ]);
  });
});

describe('What is pasted from a web page', () => {
  it('brings no script, no dangerous link, no mark of ours and no counter', () => {
    const all = texts(sample('web-page'));
    expect(all).toEqual([
      '## Bientôt l’automne\n\n### À planter\n\ndes oignons, de l’ail\n\net des fèves\n\nVoir [la liste](https://exemple.fr/a), partager, copier, haut.',
      '[Des oignons]',
      'Photo : Exemple\n\nUn seul\n\nrang',
    ]);
  });

  it('begins a block at each part of level 2, and none in between', () => {
    expect(pieces('<h2>A</h2><p>a</p><h3>aa</h3><p>b</p><h2>B</h2><p>c</p>')).toHaveLength(2);
  });

  it('gives room under the title of the page where it has several of its own', () => {
    expect(pasted('<h1>A</h1><h2>B</h2><h1>C</h1>')).toBe('## A\n\n### B\n\n## C');
  });

  it('is one text again where the picture is only a smiley', () => {
    expect(pasted('<p>Bravo <img src="https://x.fr/e.png" class="emoji" alt="🎉"> !</p>')).toBe('Bravo 🎉 !');
  });

  it('falls to pieces that fit a block', () => {
    const long = Array.from({ length: 60 }, (_, index) => `<p>${`mot${index} `.repeat(200)}</p>`).join('');
    const sizes = texts(pieces(long)).map((text) => text.length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(20_000);
  });
});

describe('Plain text that is pasted', () => {
  const plain = (text: string) => {
    const nodes: Parameters<typeof markdownOf>[0][number][] = [];
    parsePlainText(text, textSchema).content.forEach((node) => nodes.push(node));
    return markdownOf(nodes, textSchema);
  };

  it('has paragraphs where blank lines are, and keeps its line breaks', () => {
    expect(plain('Bonjour,\r\n\r\nRendez-vous à 10 h\r\n3 quai de la Gare\r\n\r\nLéa')).toBe('Bonjour,\n\nRendez-vous à 10 h\\\n3 quai de la Gare\n\nLéa');
  });

  it('has lists where bullets and numbers are', () => {
    expect(plain('À apporter :\n• des gants\n• un chapeau\n   de paille\n\n1) venir\n2) semer\nÀ samedi')).toBe(
      'À apporter :\n\n- des gants\n- un chapeau de paille\n\n1. venir\n2. semer\n\nÀ samedi',
    );
  });

  it('means what it says: its signs are no Markdown', () => {
    expect(plain('# 12, rue *du* Port')).toBe('\\# 12, rue \\*du\\* Port');
  });
});
