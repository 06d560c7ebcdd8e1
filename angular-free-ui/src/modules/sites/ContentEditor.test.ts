import { VueQueryPlugin } from '@tanstack/vue-query';
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import type { Editor } from '@tiptap/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useSessionOf } from '@/framework/session';
import { toasts } from '@/ui/toasts';
import PageEditPage from './pages/PageEditPage.vue';

const document1 = JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: [{ id: 'b1', type: 'text', v: 1, markdown: 'Un' }, { id: 'b2', type: 'futur', v: 3, x: [1] }] });
const page = { id: 'p1', title: 'Accueil', slug: 'accueil', path: '/accueil', kind: 'Standard', isPublished: false, hasChanges: false, publishedTime: null, lastSavedTime: '2026-06-01T10:00:00', publishAt: null as string | null, unpublishAt: null as string | null, scheduleProblem: null as string | null, document: document1, revision: 4, issues: [], wasMerged: false };
const site = { name: 'Jardins', url: 'http://jardins.localhost:5000', isOnline: false, theme: 'papier', accentColor: null, headerColor: null, themes: [], obstacles: [] };

let wrapper: VueWrapper;
let saves: { title: string; document: string; baseRevision: number; session: string }[];
let schedules: unknown[];
let stored: Partial<typeof page>;
let remarks: unknown[];
let answer: (body: (typeof saves)[number]) => Response;
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

beforeEach(() => {
  saves = [];
  schedules = [];
  stored = {};
  remarks = [];
  answer = (body) => json({ ...page, ...body, revision: body.baseRevision + 1 });
  vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
    const path = new URL(input, location.href).pathname;
    if (init?.method === 'PUT' && path.endsWith('/page/p1')) {
      const body = JSON.parse(init.body as string) as (typeof saves)[number];
      saves.push(body);
      return Promise.resolve(answer(body));
    }
    if (path.endsWith('/p1/schedule')) {
      schedules.push(JSON.parse(init?.body as string));
      return Promise.resolve(json({ ...page, publishAt: '2027-06-05T16:00:00Z' }));
    }
    if (path === '/api/sites/page/p1') return Promise.resolve(json({ ...page, ...stored }));
    if (path.endsWith('/p1/review')) return Promise.resolve(json({ items: remarks.splice(0, 1) }));
    if (path.endsWith('/to-text')) return Promise.resolve(json({ text: 'Un' }));
    if (path.endsWith('/from-text')) {
      const { text } = JSON.parse(init?.body as string) as { text: string };
      return Promise.resolve(json(text.startsWith(':::') ? { document: null, problems: [{ line: 1, code: 'x', message: 'Ce bloc n’est pas fermé.', severity: 'Error' }] } : { document: document1.replace('Un', text), problems: [] }));
    }
    if (path === '/api/sites/site') return Promise.resolve(json(site));
    return Promise.resolve(json({ items: [], totalCount: 0 }));
  });
  useSessionOf({
    user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' },
    memberships: [],
    currentSpace: null,
    grantedPermissions: ['Sites.Pages', 'Sites.Pages.Edit', 'Sites.Pages.Publish', 'Sites.Media.Edit'],
    hubRoles: [],
  });
});
afterEach(() => wrapper.unmount());

async function open(): Promise<void> {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:rest(.*)*', component: PageEditPage, props: { id: 'p1' } }] });
  await router.push('/');
  wrapper = mount({ template: '<RouterView />' }, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await vi.waitFor(() => expect(wrapper.find('.ProseMirror').exists()).toBe(true), { timeout: 15_000 });
}

async function type(text: string): Promise<void> {
  const { editor } = wrapper.find('.ProseMirror').element as HTMLElement & { editor: Editor };
  editor.commands.insertContentAt(editor.state.doc.content.size - 1, text);
  await new Promise((resolve) => setTimeout(resolve, 350));
}
async function press(name: string): Promise<void> {
  await wrapper.findAll('button').filter((button) => button.text() === name).at(-1)!.trigger('click');
  await flushPromises();
}
const firstText = (document: string) => (JSON.parse(document) as { blocks: { markdown: string }[] }).blocks[0]!.markdown;
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 8000 });
const saved = (count: number) => vi.waitFor(() => expect(saves).toHaveLength(count), { timeout: 8000 });

vi.setConfig({ testTimeout: 30_000 });

describe('A page that is being written', () => {
  it('saves itself, on the revision it was read at, and keeps what it does not know', async () => {
    await open();
    await type(' deux');
    await saved(1);
    expect(JSON.parse(saves[0]!.document)).toEqual({ schema: 'page/1', lang: 'fr', blocks: [{ id: 'b1', type: 'text', v: 1, markdown: 'Un deux' }, { id: 'b2', type: 'futur', v: 3, x: [1] }] });
    expect(saves[0]!.baseRevision).toBe(4);
    await eventually(() => expect(wrapper.text()).toMatch(/Enregistré à \d+/));
    await type(' trois');
    await saved(2);
    expect(saves[1]!.baseRevision).toBe(5);
    expect(saves[1]!.session).toBe(saves[0]!.session);
  });

  it('saves nothing when nothing was changed', async () => {
    await open();
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(saves).toHaveLength(0);
  });

  it('is kept in the browser while the network is away, and comes back', async () => {
    answer = () => {
      throw new TypeError('offline');
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(wrapper.text()).toContain('Votre texte est gardé dans ce navigateur'));
    expect(JSON.stringify(localStorage)).toContain('Un deux');
    wrapper.unmount();
    answer = (body) => json({ ...page, ...body, revision: 5 });
    await open();
    await eventually(() => expect(wrapper.text()).toContain('Un texte non enregistré est resté ici'));
    // Nothing happens by itself: what it would change is shown first.
    expect(saves).toHaveLength(1);
    await press('Voir ce qui change');
    await eventually(() => expect(wrapper.find('dialog[open] mark').text()).toBe('Un'));
    await press('Le reprendre');
    await saved(2);
    expect(saves[1]!.document).toContain('Un deux');
    expect(saves[1]!.baseRevision).toBe(4);
    await eventually(() => expect(JSON.stringify(localStorage)).not.toContain('Un deux'));
  });

  it('that was left behind is forgotten when somebody says so, and comes back when they did not mean it', async () => {
    answer = () => {
      throw new TypeError('offline');
    };
    await open();
    await type(' deux');
    await saved(1);
    wrapper.unmount();
    await open();
    await eventually(() => expect(wrapper.text()).toContain('Un texte non enregistré est resté ici'));
    await press('L’oublier');
    expect(JSON.stringify(localStorage)).not.toContain('Un deux');
    await toasts.at(-1)!.action!.run();
    expect(JSON.stringify(localStorage)).toContain('Un deux');
  });

  it('in two tabs keeps the text of each', async () => {
    answer = () => {
      throw new TypeError('offline');
    };
    await open();
    await type(' deux');
    const other = wrapper;
    await open();
    await type(' trois');
    await saved(2);
    await eventually(() => expect(Object.keys(localStorage).filter((key) => key.startsWith('draft'))).toHaveLength(2));
    other.unmount();
  });

  it('shows both texts when two people wrote, and saves the choice on the other’s revision', async () => {
    answer = (body) => {
      const mine = (JSON.parse(body.document) as { blocks: unknown[] }).blocks[0];
      const data = { revision: 9, title: 'Accueil', document: body.document, conflicts: [{ blockId: 'b1', mine: JSON.stringify(mine), theirs: JSON.stringify({ id: 'b1', type: 'text', v: 1, markdown: 'Le sien' }) }] };
      return json({ status: 409, code: 'Sites:SaveConflict', data }, 409);
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(wrapper.text()).toContain('Le sien'));
    expect(wrapper.find('dialog[open]').text()).toContain('Un deux');
    answer = (body) => json({ ...page, ...body, revision: 10 });
    await wrapper.findAll('dialog[open] input[type="radio"]').find((radio) => radio.attributes('value') === 'both')!.setValue(true);
    await wrapper.findAll('dialog[open] button').find((button) => button.text() === 'Enregistrer mes choix')!.trigger('click');
    await saved(2);
    expect(saves[1]!.baseRevision).toBe(9);
    expect(saves[1]!.document).toContain('Un deux');
    expect(saves[1]!.document).toContain('Le sien');
  });

  it('keeps what it started from, here as well, while a choice is put off', async () => {
    answer = (body) => {
      const mine = (JSON.parse(body.document) as { blocks: unknown[] }).blocks[0];
      const data = { revision: 9, title: 'Accueil', document: body.document, conflicts: [{ blockId: 'b1', mine: JSON.stringify(mine), theirs: JSON.stringify({ id: 'b1', type: 'text', v: 1, markdown: 'Le sien' }) }] };
      return json({ status: 409, code: 'Sites:SaveConflict', data }, 409);
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(wrapper.find('dialog[open]').exists()).toBe(true));
    await wrapper.find('dialog[open] button[aria-label="Fermer"]').trigger('click');
    await type(' trois');
    await flushPromises();
    const kept = Object.entries(localStorage).find(([key]) => key.startsWith('draft'))![1] as string;
    expect((JSON.parse(kept) as { value: { baseRevision: number; document: string } }).value).toMatchObject({ baseRevision: 4 });
    expect(kept).toContain('Un deux trois');
    await press('Comparer les deux textes');
    expect(wrapper.find('dialog[open]').text()).toContain('Un deux trois');
  });

  it('loses nothing that is typed in the moment another text comes in', async () => {
    let typeNow = (): void => undefined;
    answer = (body) => {
      if (saves.length > 1) return json({ ...page, ...body, revision: 9 });
      typeNow();
      const merged = JSON.parse(body.document) as { blocks: unknown[] };
      return json({ ...page, document: JSON.stringify({ ...merged, blocks: [...merged.blocks, { id: 'b3', type: 'text', v: 1, markdown: 'Ajouté' }] }), wasMerged: true, revision: 8 });
    };
    await open();
    const { editor } = wrapper.find('.ProseMirror').element as HTMLElement & { editor: Editor };
    typeNow = () => void editor.commands.insertContentAt(editor.state.doc.content.size - 1, ' trois');
    await type(' deux');
    await eventually(() => expect(saves.length).toBeGreaterThan(0));
    typeNow = () => undefined;
    await eventually(() => expect(wrapper.text()).toContain('Ajouté'));
    expect(editor.getText()).toBe('Un deux trois');
  });

  it('brings along what it started from when the hub does not keep that state any more', async () => {
    answer = (body) =>
      'baseDocument' in body ? json({ ...page, ...body, revision: 9 }) : json({ status: 404, code: 'Sites:RevisionUnknown', detail: 'Cette version n’existe plus.' }, 404);
    await open();
    await type(' deux');
    await saved(2);
    expect(saves[1]).toMatchObject({ baseRevision: 4, baseTitle: 'Accueil', baseDocument: document1 });
    await eventually(() => expect(wrapper.text()).toMatch(/Enregistré à \d+/));
  });

  it('shows what somebody else wrote in another block, and what was typed meanwhile', async () => {
    answer = (body) => {
      const merged = JSON.parse(body.document) as { blocks: unknown[] };
      merged.blocks.push({ id: 'b3', type: 'text', v: 1, markdown: 'Ajouté par Karim' });
      return json({ ...page, document: JSON.stringify(merged), wasMerged: true, revision: 8 });
    };
    await open();
    await type(' deux');
    await saved(1);
    await eventually(() => expect(wrapper.text()).toContain('Ajouté par Karim'));
    expect(wrapper.text()).toContain('Un deux');
  });
});

describe('Putting online', () => {
  const press = async (name: string) => {
    await wrapper.findAll('button').find((button) => button.text().trim() === name)!.trigger('click');
    await flushPromises();
  };

  it('says what will happen and where', async () => {
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(wrapper.find('dialog[open]').text()).toContain('jardins.localhost:5000/accueil'));
  });

  it('can be put off to a date, which is said in words and sent as it was typed', async () => {
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(wrapper.find('dialog[open] input[type="radio"]').exists()).toBe(true));
    await wrapper.findAll('dialog[open] input[type="radio"]')[1]!.setValue(true);
    await wrapper.find('dialog[open] input[type="datetime-local"]').setValue('2027-06-05T18:00');
    expect(wrapper.find('dialog[open]').text()).toContain('samedi 5 juin 2027 à 18\u00a0h\u00a000');
    await press('Programmer la mise en ligne');
    await eventually(() => expect(wrapper.text()).toContain('Annuler la programmation'));
    expect(schedules).toEqual([{ publishAt: '2027-06-05T18:00', unpublishAt: null }]);
  });

  it('shows what stands in the way, with the way there', async () => {
    site.obstacles.push({ code: 'Sites:LegalNoticeIncomplete', message: 'Il manque l’adresse.', link: 'reglages' } as never);
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(wrapper.find('dialog[open] a').attributes('href')).toContain('/reglages'));
    expect(wrapper.findAll('dialog[open] button').map((button) => button.text())).not.toContain('Mettre en ligne');
    site.obstacles.pop();
  });
});

describe('Before a page goes online', () => {
  it('is not offered to whom nothing is left to put online', async () => {
    stored = { isPublished: true };
    answer = (body) => json({ ...page, ...body, isPublished: true, hasChanges: true, revision: body.baseRevision + 1 });
    await open();
    const offers = () => wrapper.findAll('button').some((button) => button.text() === 'Mettre en ligne');
    expect(offers()).toBe(false);
    await eventually(() => expect(wrapper.find('.tools a').attributes('href')).toBe('http://jardins.localhost:5000/accueil'));
    await type(' deux');
    await saved(1);
    await eventually(() => expect(offers()).toBe(true));
  });

  it('is given the block that the law asks for with one press', async () => {
    remarks = [{ code: 'Sites:Review:DataUsesMissing', message: 'Il manque la liste.', blockId: '', itemId: null, field: null, repair: null, blockToAdd: 'data-uses' }];
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(wrapper.text() + document.body.textContent).toContain('Il manque la liste.'));
    const button = [...document.body.querySelectorAll('button')].find((one) => one.textContent.includes('Ajouter la liste des usages'));
    button!.click();
    await saved(1);
    expect((JSON.parse(saves[0]!.document) as { blocks: { type: string }[] }).blocks.map(({ type }) => type)).toEqual(['text', 'futur', 'data-uses']);
  });

  it('is read along: a remark is mended with one press, and saved as if it had been typed', async () => {
    remarks = [{ code: 'Sites:Review:Capitals', message: '« Un » crie.', blockId: 'b1', itemId: null, field: 'markdown', repair: { old: 'Un', new: 'Une' } }];
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(wrapper.find('dialog[open]').text()).toContain('« Un » crie.'));
    await press('Corriger');
    await saved(1);
    expect(firstText(saves[0]!.document)).toBe('Une');
    await eventually(() => expect(wrapper.find('dialog[open]').text()).toContain('Relu\u00a0: rien à signaler.'));
  });

  it('can go online once a repair has taken away what stood in its way', async () => {
    remarks = [{ code: 'Sites:Review:Capitals', message: '« Un » crie.', blockId: 'b1', itemId: null, field: 'markdown', repair: { old: 'Un', new: 'Une' } }];
    stored = { issues: [{ code: 'x', message: 'Il y a un obstacle.', path: '/blocks/0', severity: 'Error' }] as never };
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(wrapper.find('dialog[open]').text()).toContain('« Un » crie.'));
    expect(wrapper.find('dialog[open]').text()).toContain('Il y a un obstacle.');
    stored = {};
    await press('Corriger');
    await saved(1);
    await eventually(() => expect(wrapper.find('dialog[open]').text()).not.toContain('Il y a un obstacle.'));
  });

  it('does not say that a repair is saved when it is not', async () => {
    remarks = [{ code: 'Sites:Review:Capitals', message: '« Un » crie.', blockId: 'b1', itemId: null, field: 'markdown', repair: { old: 'Un', new: 'Une' } }];
    answer = () => json({ status: 502 }, 502);
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(wrapper.find('dialog[open]').text()).toContain('« Un » crie.'));
    await press('Corriger');
    await saved(1);
    await eventually(() => expect(toasts.at(-1)?.tone).toBe('error'));
    expect(wrapper.find('dialog[open]').text()).not.toContain('C’est corrigé');
  });
});

describe('The source of a page', () => {
  async function openSource(): Promise<void> {
    await open();
    await press('Autres actions');
    await wrapper.findAll('[role=menuitem]').find((item) => item.text() === 'Voir la source')!.trigger('click');
    await eventually(() => expect(wrapper.find('dialog[open] textarea').exists()).toBe(true));
  }

  it('says on which line it cannot be read, and changes nothing', async () => {
    await openSource();
    await wrapper.find('dialog[open] textarea').setValue(':::image');
    await press('Reprendre ce texte');
    await eventually(() => expect(wrapper.find('dialog[open]').text()).toContain('Ce bloc n’est pas fermé.'));
    expect(wrapper.find('dialog[open]').text()).toContain('Ligne 1');
    expect(saves).toHaveLength(0);
  });

  it('is taken over as a change like any other', async () => {
    await openSource();
    await wrapper.find('dialog[open] textarea').setValue('Deux');
    await press('Reprendre ce texte');
    await saved(1);
    expect(firstText(saves[0]!.document)).toBe('Deux');
  });
});
