import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { eventually } from '@/framework/testing';
import { toasts } from '@/ui/toasts';
import { firstText, hub, json, open, page, press, saved, site, startHub, type, type Save } from './pageEditor.testing';

startHub();

describe('Putting online', () => {
  const press = async (name: string, within = 'button') => {
    const buttons = hub.wrapper.findAll(within === 'button' ? 'button' : `${within} button`);
    await buttons.find((button) => button.text().trim() === name)!.trigger('click');
    await flushPromises();
  };

  it('says what will happen and where', async () => {
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('jardins.localhost:5000/accueil'));
  });

  it('can be put off to a date, which is said in words and sent as it was typed', async () => {
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open] input[type="radio"]').exists()).toBe(true));
    await hub.wrapper.findAll('dialog[open] input[type="radio"]')[1]!.setValue(true);
    await hub.wrapper.find('dialog[open] input[type="datetime-local"]').setValue('2027-06-05T18:00');
    expect(hub.wrapper.find('dialog[open]').text()).toContain('samedi 5 juin 2027 à 18\u00a0h\u00a000');
    await press('Programmer la mise en ligne');
    await eventually(() => expect(hub.wrapper.text()).toContain('Annuler la programmation'));
    expect(hub.schedules).toEqual([{ publishAt: '2027-06-05T18:00', unpublishAt: null }]);
  });

  it('does not offer an end that has passed', async () => {
    hub.stored = { unpublishAt: '2020-01-01T11:00:00Z', publishAt: '2020-01-01T09:00:00Z', scheduleProblem: 'Une image est sans description.' };
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open] input[type="checkbox"]').exists()).toBe(true));
    expect(hub.wrapper.find<HTMLInputElement>('dialog[open] input[type="checkbox"]').element.checked).toBe(false);
    expect(hub.wrapper.find('dialog[open] input[type="datetime-local"]').exists()).toBe(false);
  });

  it('goes online with its end at once, or not at all', async () => {
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open] input[type="checkbox"]').exists()).toBe(true));
    await hub.wrapper.find('dialog[open] input[type="checkbox"]').setValue(true);
    await hub.wrapper.find('dialog[open] input[type="datetime-local"]').setValue('2020-06-05T18:00');
    hub.refusesEnds = true;
    await press('Mettre en ligne', 'dialog[open]');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('Cette date est passée.'));
    hub.refusesEnds = false;
    await hub.wrapper.find('dialog[open] input[type="datetime-local"]').setValue('2130-06-05T18:00');
    await press('Mettre en ligne', 'dialog[open]');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').exists()).toBe(false));
    expect(hub.publications).toEqual([{ unpublishAt: '2130-06-05T18:00' }]);
    expect(hub.schedules).toEqual([]);
  });

  it.each<[string, Partial<typeof page>, unknown]>([
    ['is undone', { isPublished: true, hasChanges: true, unpublishAt: '2128-06-05T16:00:00Z' }, { publishAt: null, unpublishAt: '2128-06-05T18:00' }],
    ['is undone for another', { publishAt: '2127-01-05T17:00:00Z', unpublishAt: '2128-06-05T16:00:00Z' }, { publishAt: '2127-01-05T18:00', unpublishAt: '2128-06-05T18:00' }],
    ['is undone for one that failed', { publishAt: '2020-01-05T17:00:00Z', unpublishAt: '2128-06-05T16:00:00Z', scheduleProblem: 'x' }, { publishAt: null, unpublishAt: null }],
  ])('that was put off to a date and %s is scheduled as it was before', async (_, stored, before) => {
    hub.stored = stored;
    await open();
    await press(stored.publishAt === undefined || stored.scheduleProblem !== undefined ? 'Mettre en ligne' : 'Changer');
    await eventually(() => expect(hub.wrapper.find('dialog[open] input[type="radio"]').exists()).toBe(true));
    await hub.wrapper.findAll('dialog[open] input[type="radio"]')[1]!.setValue(true);
    await hub.wrapper.find('dialog[open] input[type="datetime-local"]').setValue('2127-06-05T18:00');
    await press('Programmer la mise en ligne');
    await eventually(() => expect(hub.schedules).toHaveLength(1));
    await flushPromises();
    await toasts.at(-1)!.action!.run();
    expect(hub.schedules.at(-1)).toEqual(before);
  });

  it('keeps the end of what readers see when its next version is not to go online by itself any more', async () => {
    hub.stored = { isPublished: true, hasChanges: true, publishAt: '2127-06-05T16:00:00Z', unpublishAt: '2128-06-05T16:00:00Z' };
    await open();
    await press('Annuler la programmation');
    await eventually(() => expect(hub.schedules).toEqual([{ publishAt: null, unpublishAt: '2128-06-05T18:00' }]));
    await eventually(() => expect(toasts.at(-1)?.text).toContain('Le retrait du site reste prévu'));
    await press('Annuler la programmation');
    await eventually(() => expect(hub.schedules.at(-1)).toEqual({ publishAt: null, unpublishAt: null }));
  });

  it('shows what stands in the way, with the way there', async () => {
    site.obstacles.push({ code: 'Sites:LegalNoticeIncomplete', message: 'Il manque l’adresse.', link: 'reglages' } as never);
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open] a').attributes('href')).toContain('/reglages'));
    expect(hub.wrapper.findAll('dialog[open] button').map((button) => button.text())).not.toContain('Mettre en ligne');
    site.obstacles.pop();
  });
});

describe('Before a page goes online', () => {
  it('is not offered to whom nothing is left to put online', async () => {
    hub.stored = { isPublished: true };
    hub.answer = (body) => json({ ...page, ...body, isPublished: true, hasChanges: true, revision: body.baseRevision + 1 });
    await open();
    const offers = () => hub.wrapper.findAll('button').some((button) => button.text() === 'Mettre en ligne');
    expect(offers()).toBe(false);
    await eventually(() => expect(hub.wrapper.find('.tools a').attributes('href')).toBe('http://jardins.localhost:5000/accueil'));
    await type(' deux');
    await saved(1);
    await eventually(() => expect(offers()).toBe(true));
  });

  it('is given the block that the law asks for with one press', async () => {
    hub.remarks = [{ code: 'Sites:Review:DataUsesMissing', message: 'Il manque la liste.', blockId: '', itemId: null, field: null, repair: null, action: null, blockToAdd: 'data-uses' }];
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.text() + document.body.textContent).toContain('Il manque la liste.'));
    const button = [...document.body.querySelectorAll('button')].find((one) => one.textContent.includes('Ajouter la liste des usages'));
    button!.click();
    await saved(1);
    expect((JSON.parse(hub.saves[0]!.document) as { blocks: { type: string }[] }).blocks.map(({ type }) => type)).toEqual(['text', 'futur', 'data-uses']);
  });

  const remark = { code: 'x', message: 'À revoir.', blockId: 'b1', itemId: null, field: null, repair: null, action: null, blockToAdd: null };
  const pressed = async (button: string): Promise<Save> => {
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('À revoir.'));
    await press(button);
    await saved(1);
    return hub.saves[0]!;
  };
  const blocks = (save: Save) => (JSON.parse(save.document) as { blocks: Record<string, unknown>[] }).blocks;

  it('loses a block that shows nothing with one press', async () => {
    hub.remarks = [{ ...remark, code: 'Sites:Review:BlockEmpty', action: 'RemoveBlock' }];
    expect(blocks(await pressed('Retirer ce bloc')).map(({ type }) => type)).toEqual(['futur']);
  });

  it('has its picture decorative only when somebody says so', async () => {
    hub.remarks = [{ ...remark, code: 'Sites:Review:AltMissing', action: 'MarkDecorative' }];
    expect(blocks(await pressed('Cette image est décorative'))[0]!['alt']).toEqual({ kind: 'decorative' });
  });

  it('is given a place for the address, which is there to be typed at once', async () => {
    hub.remarks = [{ ...remark, code: 'Sites:Review:EventPlaceMissing', blockToAdd: 'map' }];
    expect(blocks(await pressed('Ajouter un bloc pour l’adresse')).at(-1)).toMatchObject({ type: 'map', address: '' });
    await eventually(() => expect(hub.wrapper.find('dialog[open]').exists()).toBe(false));
  });

  it('has its title put right', async () => {
    hub.remarks = [{ ...remark, code: 'Sites:Review:Capitals', blockId: '', field: 'title', repair: { old: 'Accueil', new: 'Bienvenue' } }];
    expect((await pressed('Corriger')).title).toBe('Bienvenue');
  });

  it('is told which words a link keeps, not its address', async () => {
    hub.remarks = [{ ...remark, code: 'Sites:Review:LinkDead', field: 'markdown', repair: { old: '[Un](/x)', new: 'Un' } }];
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('Retirer le lien'));
    expect(hub.wrapper.find('dialog[open] del').exists()).toBe(false);
  });

  it('is read along: a remark is mended with one press, and saved as if it had been typed', async () => {
    hub.remarks = [{ code: 'Sites:Review:Capitals', message: '« Un » crie.', blockId: 'b1', itemId: null, field: 'markdown', repair: { old: 'Un', new: 'Une' }, action: null, blockToAdd: null }];
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('« Un » crie.'));
    await press('Corriger');
    await saved(1);
    expect(firstText(hub.saves[0]!.document)).toBe('Une');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('Relu\u00a0: rien à signaler.'));
  });

  it('can go online once a repair has taken away what stood in its way', async () => {
    hub.remarks = [{ code: 'Sites:Review:Capitals', message: '« Un » crie.', blockId: 'b1', itemId: null, field: 'markdown', repair: { old: 'Un', new: 'Une' }, action: null, blockToAdd: null }];
    hub.stored = { issues: [{ code: 'x', message: 'Il y a un obstacle.', path: '/blocks/0', severity: 'Error' }] as never };
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('« Un » crie.'));
    expect(hub.wrapper.find('dialog[open]').text()).toContain('Il y a un obstacle.');
    hub.stored = {};
    await press('Corriger');
    await saved(1);
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).not.toContain('Il y a un obstacle.'));
  });

  it('does not say that a repair is saved when it is not', async () => {
    hub.remarks = [{ code: 'Sites:Review:Capitals', message: '« Un » crie.', blockId: 'b1', itemId: null, field: 'markdown', repair: { old: 'Un', new: 'Une' }, action: null, blockToAdd: null }];
    hub.answer = () => json({ status: 502 }, 502);
    await open();
    await press('Mettre en ligne');
    await eventually(() => expect(hub.wrapper.find('dialog[open]').text()).toContain('« Un » crie.'));
    await press('Corriger');
    await saved(1);
    await eventually(() => expect(toasts.at(-1)?.tone).toBe('error'));
    expect(hub.wrapper.find('dialog[open]').text()).not.toContain('C’est corrigé');
  });
});
