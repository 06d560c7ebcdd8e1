import { flushPromises } from '@vue/test-utils';
import type { Editor } from '@tiptap/core';
import { describe, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { eventually } from '@/framework/testing';
import { toasts } from '@/ui/toasts';
import { document1, firstText, hub, json, open, openPost, page, press, saved, startHub, type } from './pageEditor.testing';

startHub();

describe('A page that is being written', () => {
  it('saves itself, on the revision it was read at, and keeps what it does not know', async () => {
    await open();
    await type(' deux');
    await saved(1);
    expect(JSON.parse(hub.saves[0]!.document)).toEqual({ schema: 'page/1', lang: 'fr', blocks: [{ id: 'b1', type: 'text', v: 1, markdown: 'Un deux' }, { id: 'b2', type: 'futur', v: 3, x: [1] }] });
    expect(hub.saves[0]!.baseRevision).toBe(4);
    await eventually(() => expect(hub.wrapper.text()).toMatch(/Enregistré à \d+/));
    await type(' trois');
    await saved(2);
    expect(hub.saves[1]!.baseRevision).toBe(5);
    expect(hub.saves[1]!.session).toBe(hub.saves[0]!.session);
  });

  it('saves nothing when nothing was changed', async () => {
    await open();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(hub.saves).toHaveLength(0);
  });

  it('says in the block what keeps it from being saved, until it is saved', async () => {
    const issues = [{ path: '/blocks/0/markdown', code: 'Sites:FieldInvalid', message: 'Cette valeur n’est pas permise ici.', severity: 'Error' }];
    hub.answer = () => json({ status: 400, code: 'Sites:DocumentInvalid', detail: 'Voyez les points signalés.', data: { issues } }, 400);
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(hub.wrapper.find('[data-block="b1"]').text()).toContain('pas permise ici'));
    hub.answer = (body) => json({ ...page, ...body, revision: 5 });
    await type(' trois');
    await saved(2);
    await eventually(() => expect(hub.wrapper.text()).not.toContain('pas permise ici'));
  });

  it('is kept in the browser while the network is away, and comes back', async () => {
    hub.answer = () => {
      throw new TypeError('offline');
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(hub.wrapper.text()).toContain('Votre texte est gardé dans ce navigateur'));
    expect(JSON.stringify(localStorage)).toContain('Un deux');
    hub.wrapper.unmount();
    // It may have been tried again meanwhile.
    const tried = hub.saves.length;
    hub.answer = (body) => json({ ...page, ...body, revision: 5 });
    await open();
    await eventually(() => expect(hub.wrapper.text()).toContain('Un texte non enregistré est resté ici'));
    // Nothing happens by itself: what it would change is shown first.
    expect(hub.saves).toHaveLength(tried);
    await press('Voir ce qui change');
    await eventually(() => expect(hub.wrapper.find('dialog[open] mark').text()).toBe('Un'));
    await press('Le reprendre');
    await saved(tried + 1);
    expect(hub.saves[tried]!.document).toContain('Un deux');
    expect(hub.saves[tried]!.baseRevision).toBe(4);
    await eventually(() => expect(JSON.stringify(localStorage)).not.toContain('Un deux'));
  });

  it('that was left behind is forgotten when somebody says so, and comes back when they did not mean it', async () => {
    hub.answer = () => {
      throw new TypeError('offline');
    };
    await open();
    await type(' deux');
    await saved(1);
    hub.wrapper.unmount();
    await open();
    await eventually(() => expect(hub.wrapper.text()).toContain('Un texte non enregistré est resté ici'));
    await press('L’oublier');
    expect(JSON.stringify(localStorage)).not.toContain('Un deux');
    await toasts.at(-1)!.action!.run();
    expect(JSON.stringify(localStorage)).toContain('Un deux');
  });

  it('in two tabs keeps the text of each', async () => {
    hub.answer = () => {
      throw new TypeError('offline');
    };
    await open();
    await type(' deux');
    const other = hub.wrapper;
    await open();
    await type(' trois');
    // One save of each: the first tab tries again meanwhile.
    await eventually(() => expect(new Set(hub.saves.map((save) => save.session)).size).toBe(2));
    await eventually(() => expect(Object.keys(localStorage).filter((key) => key.startsWith('draft'))).toHaveLength(2));
    other.unmount();
  });

  it('shows both texts when two people wrote, and saves the choice on the other’s revision', async () => {
    hub.answer = (body) => {
      const mine = (JSON.parse(body.document) as { blocks: unknown[] }).blocks[0];
      const data = { revision: 9, title: 'Accueil', document: body.document, conflicts: [{ blockId: 'b1', mine: JSON.stringify(mine), theirs: JSON.stringify({ id: 'b1', type: 'text', v: 1, markdown: 'Le sien' }) }] };
      return json({ status: 409, code: 'Sites:SaveConflict', data }, 409);
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(hub.wrapper.text()).toContain('Le sien'));
    expect(hub.wrapper.find('dialog[open]').text()).toContain('Un deux');
    hub.answer = (body) => json({ ...page, ...body, revision: 10 });
    await hub.wrapper.findAll('dialog[open] input[type="radio"]').find((radio) => radio.attributes('value') === 'both')!.setValue(true);
    await hub.wrapper.findAll('dialog[open] button').find((button) => button.text() === 'Enregistrer mes choix')!.trigger('click');
    await saved(2);
    expect(hub.saves[1]!.baseRevision).toBe(9);
    expect(hub.saves[1]!.document).toContain('Un deux');
    expect(hub.saves[1]!.document).toContain('Le sien');
  });

  it('keeps what it started from, here as well, while a choice is put off', async () => {
    hub.answer = (body) => {
      const mine = (JSON.parse(body.document) as { blocks: unknown[] }).blocks[0];
      const data = { revision: 9, title: 'Accueil', document: body.document, conflicts: [{ blockId: 'b1', mine: JSON.stringify(mine), theirs: JSON.stringify({ id: 'b1', type: 'text', v: 1, markdown: 'Le sien' }) }] };
      return json({ status: 409, code: 'Sites:SaveConflict', data }, 409);
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(hub.wrapper.find('dialog[open]').exists()).toBe(true));
    await hub.wrapper.find('dialog[open] button[aria-label="Fermer"]').trigger('click');
    await type(' trois');
    await flushPromises();
    const kept = Object.entries(localStorage).find(([key]) => key.startsWith('draft'))![1] as string;
    expect((JSON.parse(kept) as { value: { baseRevision: number; document: string } }).value).toMatchObject({ baseRevision: 4 });
    expect(kept).toContain('Un deux trois');
    await press('Comparer les deux textes');
    expect(hub.wrapper.find('dialog[open]').text()).toContain('Un deux trois');
  });

  it('loses nothing that is typed in a block in the moment its other version comes in', async () => {
    let typeNow = (): void => undefined;
    hub.answer = (body) => {
      if (hub.saves.length > 1) return json({ ...page, ...body, revision: 9 });
      typeNow();
      return json({ ...page, title: body.title, document: document1.replace('"Un"', '"Le sien"'), wasMerged: true, revision: 8 });
    };
    await open();
    const { editor } = hub.wrapper.find('.ProseMirror').element as HTMLElement & { editor: Editor };
    typeNow = () => void editor.commands.insertContentAt(editor.state.doc.content.size - 1, ' deux');
    await hub.wrapper.find('.title textarea').setValue('Bienvenue');
    await saved(2);
    expect(firstText(hub.saves[1]!.document)).toBe('Un deux');
    expect(editor.getText()).toBe('Un deux');
  });

  it('brings along what it started from when the hub does not keep that state any more', async () => {
    hub.answer = (body) =>
      'baseDocument' in body ? json({ ...page, ...body, revision: 9 }) : json({ status: 404, code: 'Sites:RevisionUnknown', detail: 'Cette version n’existe plus.' }, 404);
    await open();
    await type(' deux');
    await saved(2);
    expect(hub.saves[1]).toMatchObject({ baseRevision: 4, baseTitle: 'Accueil', baseDocument: document1 });
    await eventually(() => expect(hub.wrapper.text()).toMatch(/Enregistré à \d+/));
  });

  it('shows what somebody else wrote in another block, and what was typed meanwhile', async () => {
    hub.answer = (body) => {
      const merged = JSON.parse(body.document) as { blocks: unknown[] };
      merged.blocks.push({ id: 'b3', type: 'text', v: 1, markdown: 'Ajouté par Karim' });
      return json({ ...page, document: JSON.stringify(merged), wasMerged: true, revision: 8 });
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(hub.wrapper.text()).toContain('Ajouté par Karim'));
    expect(hub.wrapper.text()).toContain('Un deux');
  });
});

describe('What was typed a moment ago', () => {
  /** Without the pause that writes it down. */
  function key(text: string): void {
    const { editor } = hub.wrapper.find('.ProseMirror').element as HTMLElement & { editor: Editor };
    editor.commands.insertContentAt(editor.state.doc.content.size - 1, text);
  }

  it('is not said to be saved, and holds the window', async () => {
    await open();
    expect(hub.wrapper.text()).toContain('Tout est enregistré');
    key(' deux');
    await nextTick();
    expect(hub.wrapper.text()).not.toContain('Tout est enregistré');
    const closing = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(closing);
    expect(closing.defaultPrevented).toBe(true);
    await saved(1);
    expect(firstText(hub.saves[0]!.document)).toBe('Un deux');
    await eventually(() => expect(hub.wrapper.text()).toMatch(/Enregistré à \d+/));
    expect(hub.saves).toHaveLength(1);
  });

  it('is kept in this browser when the window goes all the same', async () => {
    await open();
    key(' deux');
    window.dispatchEvent(new Event('pagehide'));
    await flushPromises();
    expect(JSON.stringify(localStorage)).toContain('Un deux');
  });
});

describe('A title that somebody else changed meanwhile', () => {
  const theirs = (body: { baseRevision: number }) => json({ ...page, ...body, title: 'Fête 2027', wasMerged: body.baseRevision === 4, revision: body.baseRevision + 4 });
  const heading = () => hub.wrapper.find<HTMLTextAreaElement>('.title textarea').element.value;

  it('comes in, and is not put back by the next save', async () => {
    hub.answer = theirs;
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(heading()).toBe('Fête 2027'));
    await type(' trois');
    await saved(2);
    expect(hub.saves[1]!.title).toBe('Fête 2027');
  });

  it('gives way to the one that is being typed here', async () => {
    hub.answer = (body) => {
      if (hub.saves.length === 1) void hub.wrapper.find('.title textarea').setValue('Fête des voisins');
      return hub.saves.length === 1 ? theirs(body) : json({ ...page, ...body, revision: 9 });
    };
    await open();
    await type(' deux');
    await saved(2);
    expect(hub.saves[1]!.title).toBe('Fête des voisins');
  });

  it('stays when the texts had to be chosen from', async () => {
    hub.answer = (body) => {
      const data = { revision: 9, title: 'Fête 2027', document: body.document, conflicts: [{ blockId: 'b1', mine: null, theirs: JSON.stringify({ id: 'b1', type: 'text', v: 1, markdown: 'Le sien' }) }] };
      return json({ status: 409, code: 'Sites:SaveConflict', data }, 409);
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(hub.wrapper.find('dialog[open]').exists()).toBe(true));
    hub.answer = (body) => json({ ...page, ...body, revision: 10 });
    await hub.wrapper.findAll('dialog[open] input[type="radio"]').find((radio) => radio.attributes('value') === 'both')!.setValue(true);
    await press('Enregistrer mes choix');
    await saved(2);
    expect(hub.saves[1]).toMatchObject({ baseRevision: 9, title: 'Fête 2027' });
  });
});

it('The summary and the author of a post go with what stood there, and follow what somebody else wrote', async () => {
  hub.stored = { excerpt: 'En bref', authorName: 'Ana' };
  hub.answer = (body) => json({ ...page, ...body, excerpt: 'En deux mots', authorName: 'Ana', revision: body.baseRevision + 1 });
  await openPost();
  await type(' deux');
  await saved(1);
  expect(hub.saves[0]).toMatchObject({ excerpt: 'En bref', baseExcerpt: 'En bref', authorName: 'Ana', baseAuthorName: 'Ana' });
  await eventually(() => expect(hub.wrapper.find<HTMLTextAreaElement>('section.sheet textarea').element.value).toBe('En deux mots'));
  await type(' trois');
  await saved(2);
  expect(hub.saves[1]).toMatchObject({ excerpt: 'En deux mots', baseExcerpt: 'En deux mots' });
});

describe('The source of a page', () => {
  async function openSource(): Promise<void> {
    await open();
    await press('Autres actions');
    await hub.wrapper.findAll('[role=menuitem]').find((item) => item.text() === 'Voir la source')!.trigger('click');
    await eventually(() => expect(hub.wrapper.find('dialog[open] textarea').exists()).toBe(true));
  }

  it('says on which line it cannot be read, and changes nothing', async () => {
    await openSource();
    await hub.wrapper.find('dialog[open] textarea').setValue(':::image');
    await press('Reprendre ce texte');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('Ce bloc n’est pas fermé.'));
    expect(hub.wrapper.find('dialog[open]').text()).toContain('Ligne 1');
    expect(hub.saves).toHaveLength(0);
  });

  it('is taken over as a change like any other', async () => {
    await openSource();
    await hub.wrapper.find('dialog[open] textarea').setValue('Deux');
    await press('Reprendre ce texte');
    await saved(1);
    expect(firstText(hub.saves[0]!.document)).toBe('Deux');
  });
});
