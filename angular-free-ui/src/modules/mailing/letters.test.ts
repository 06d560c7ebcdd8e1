import { flushPromises, mount } from '@vue/test-utils';
import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, ref } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { actAs, eventually, refusal, serveApi, show, type Call } from '@/framework/testing';
import { closeToast, toasts } from '@/ui/toasts';
import type { Campaign, MailingList } from './api';
import AudiencePicker from './components/AudiencePicker.vue';
import RecipientLedger from './components/RecipientLedger.vue';
import SendDialog from './components/SendDialog.vue';
import SiteDigests from './components/SiteDigests.vue';
import WelcomeLetters from './components/WelcomeLetters.vue';
import CampaignPage from './pages/CampaignPage.vue';
import ContactPage from './pages/ContactPage.vue';
import MailingSettingsPage from './pages/MailingSettingsPage.vue';

const root = '/api/mailing';
const counts = { total: 3, queued: 0, inDoubt: 0, accepted: 3, delivered: 0, bounced: 0, complained: 0, skipped: 0, refused: 0, cancelled: 0 };
const letter = {
  id: 'c1', name: 'Fête', subject: 'Fête', previewText: null, fromName: null, replyTo: null, purpose: 'Information', language: 'fr', listIds: ['l1'], segmentId: null, content: null, kind: 'Letter', isInArchive: false,
  status: 'Draft', scheduledTime: null, sentTime: null as string | null, recallableUntil: null, creationTime: '2026-06-01T10:00:00Z', lastModificationTime: null, pauseReason: null, counts, resendOfId: 'c0', concurrencyStamp: '1',
};
const everything = ['Mailing.Contacts', 'Mailing.Contacts.Manage', 'Mailing.Lists', 'Mailing.Campaigns', 'Mailing.Campaigns.Edit', 'Mailing.Campaigns.Send', 'Mailing.Settings'];
const empty = () => ({ items: [] });
const books = { [`GET ${root}/mailing-list`]: empty, [`GET ${root}/contact-field`]: empty, [`GET ${root}/segment`]: empty, [`GET ${root}/tag`]: empty, [`GET ${root}/approval/c1`]: () => ({ isRequired: false, state: 'None' }) };
const button = (name: string) => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
async function press(name: string) {
  button(name)!.click();
  await flushPromises();
}
const undo = async () => {
  await toasts.at(-1)?.action?.run();
  await flushPromises();
};
const asked = (calls: Call[], method: string, path: string) => calls.filter((call) => call.method === method && call.path === root + path);

beforeEach(() => actAs(...everything));
afterEach(() => [...toasts].forEach((one) => closeToast(one.id)));

describe('A letter', () => {
  /** The page at its address, with a client that can be asked to read anew. */
  async function open(answers: Record<string, (call: Call) => unknown>) {
    const calls = serveApi({ ...books, ...answers });
    const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/jardins-de-vaise/lettres/:id', component: CampaignPage }, { path: '/:rest(.*)*', component: { render: () => null } }] });
    await router.push('/jardins-de-vaise/lettres/c1');
    const page = mount(RouterView, { attachTo: document.body, global: { plugins: [router, [VueQueryPlugin, { queryClient }]] } });
    await eventually(() => expect(page.text()).toContain('Fête'));
    return { calls, queryClient, page, router };
  }

  it('stays on the screen when a later reading fails', async () => {
    let fails = false;
    const { queryClient, page } = await open({ [`GET ${root}/campaign/c1`]: () => (fails ? new Response(null, { status: 502 }) : letter) });
    await eventually(() => expect(page.find('.block-editor').exists()).toBe(true));
    fails = true;
    await queryClient.refetchQueries();
    await flushPromises();
    expect(page.find('.block-editor').exists()).toBe(true);
    page.unmount();
  });

  it('that was deleted comes back as itself, for whom it was', async () => {
    const { calls, page, router } = await open({ [`GET ${root}/campaign/c1`]: () => letter, [`DELETE ${root}/campaign/c1`]: () => new Response(null, { status: 204 }), [`POST ${root}/campaign/c1/restore`]: () => letter });
    await eventually(() => expect(page.find('.block-editor').exists()).toBe(true));
    await press('Plus');
    const entry = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')].find((one) => one.textContent.includes('Supprimer'));
    entry!.click();
    await eventually(() => expect(asked(calls, 'DELETE', '/campaign/c1')).toHaveLength(1));
    await flushPromises();
    await undo();
    expect(asked(calls, 'POST', '/campaign/c1/restore')).toHaveLength(1);
    expect(asked(calls, 'POST', '/campaign')).toHaveLength(0);
    expect(router.currentRoute.value.path).toBe('/jardins-de-vaise/lettres/c1');
    page.unmount();
  });

  it('is not shown on the site when that was refused', async () => {
    const sent = { ...letter, status: 'Sent', sentTime: '2026-06-01T10:00:00Z', counts: { ...counts, total: 0 } };
    const { page } = await open({ [`GET ${root}/campaign/c1`]: () => sent, [`POST ${root}/campaign/c1/show-in-archive`]: () => refusal(403, 'x', 'Non.') });
    const box = page.find<HTMLInputElement>('input[type=checkbox]');
    await box.setValue(true);
    await flushPromises();
    expect(box.element.checked).toBe(false);
    page.unmount();
  });

  it('that is put off leaves by the clocks of Paris, as it was typed', async () => {
    const calls = serveApi({
      [`GET ${root}/campaign/c1/preflight`]: () => ({ canSend: true, recipients: 3, graceMinutes: 10, items: [] }), [`GET ${root}/campaign/c1/links`]: () => ({ dead: [], insecure: [] }), [`POST ${root}/campaign/c1/send`]: () => letter,
    });
    const { page } = await show(SendDialog, { campaign: letter as unknown as Campaign, letter: { subject: '', previewText: null, document: { schema: 'page/1', lang: 'fr', blocks: [] } }, mend: () => Promise.resolve(true) });
    await page.find('input[type=checkbox]').setValue(true);
    await page.find('input[type=datetime-local]').setValue('2027-06-05T18:00');
    expect(page.text()).toContain('samedi 5 juin 2027 à 18\u00a0h\u00a000');
    await press('Programmer l’envoi');
    expect(asked(calls, 'POST', '/campaign/c1/send')[0]?.body).toMatchObject({ scheduledTime: '2027-06-05T18:00' });
    page.unmount();
  });
});

describe('Letters that leave by themselves', () => {
  it('come back as they were, the digest', async () => {
    const digest = { id: 'd1', subject: 'Les nouvelles', intro: null, listIds: [], rhythm: 'Weekly', weekday: 'Thursday', time: '18:00:00', sendsItself: true, hasEvents: true, isPaused: true, nextTime: '2026-06-04T16:00:00Z', coveredUntil: '2026-06-01T00:00:00Z', waitingNews: 2, lastCampaignId: null, lastCampaignTime: null };
    const calls = serveApi({ [`GET ${root}/digest`]: () => ({ items: [digest] }), [`DELETE ${root}/digest/d1`]: () => new Response(null, { status: 204 }), [`POST ${root}/digest/d1/restore`]: () => digest });
    const { page } = await show(SiteDigests);
    await press('Supprimer');
    await undo();
    expect(asked(calls, 'POST', '/digest/d1/restore')).toHaveLength(1);
    expect(asked(calls, 'POST', '/digest')).toHaveLength(0);
    page.unmount();
  });

  it('come back as they were, the welcome', async () => {
    const welcome = { id: 'w1', campaignId: 'c1', listId: 'l1', delayDays: 0, subject: 'Bienvenue', status: 'Draft', since: null, recipients: 0 };
    const calls = serveApi({ [`GET ${root}/mailing-list`]: () => ({ items: [{ id: 'l1', name: 'Actualités', isPublic: true, memberCount: 2 }] }), [`GET ${root}/welcome-letter`]: () => ({ items: [welcome] }), [`DELETE ${root}/welcome-letter/w1`]: () => new Response(null, { status: 204 }), [`POST ${root}/welcome-letter/w1/restore`]: () => welcome });
    const { page } = await show(WelcomeLetters);
    await press('Supprimer');
    await undo();
    expect(asked(calls, 'POST', '/welcome-letter/w1/restore')).toHaveLength(1);
    page.unmount();
  });
});

describe('To whom', () => {
  const lists = [{ id: 'l1', name: 'Actualités', memberCount: 2 }, { id: 'l2', name: 'Bénévoles', memberCount: 1 }] as MailingList[];
  async function pick(first: string[]) {
    serveApi(books);
    const chosen = ref(first);
    const missing = ref(false);
    const { page } = await show(defineComponent({ setup: () => () => h(AudiencePicker, { lists, chosen: chosen.value, onChoose: (ids: string[]) => (chosen.value = ids), missing: missing.value, 'onUpdate:missing': (value: boolean) => (missing.value = value) }) }));
    return { chosen, missing, page };
  }

  it('is nobody yet, and never everybody, when the last list is taken out', async () => {
    const { chosen, missing, page } = await pick(['l1']);
    await page.find('input[type=checkbox]').setValue(false);
    expect(chosen.value).toEqual(['l1']);
    expect(missing.value).toBe(true);
    expect(page.find('[role=alert]').text()).toContain('au moins une liste');
    await page.findAll('input[type=checkbox]')[1]!.setValue(true);
    expect(chosen.value).toEqual(['l2']);
    expect(missing.value).toBe(false);
    page.unmount();
  });

  it('follows its letter when somebody else chose', async () => {
    const { chosen, page } = await pick([]);
    chosen.value = ['l2'];
    await nextTick();
    expect(page.findAll<HTMLInputElement>('input[type=checkbox]').map((box) => box.element.checked)).toEqual([false, true]);
    page.unmount();
  });
});

it('what the ledger missed between two readings is read at the end', async () => {
  const calls = serveApi({ [`GET ${root}/campaign-result/c1/recipients`]: empty, [`GET ${root}/campaign/c1/recipients`]: empty });
  const now = ref(counts);
  const { page } = await show(defineComponent({ setup: () => () => h(RecipientLedger, { campaign: letter as unknown as Campaign, counts: now.value }) }));
  vi.useFakeTimers();
  const before = calls.length;
  now.value = { ...counts, delivered: 1 };
  await vi.advanceTimersByTimeAsync(100);
  now.value = { ...counts, delivered: 1, bounced: 1 };
  await vi.advanceTimersByTimeAsync(6000);
  expect(calls.length - before).toBe(2);
  vi.useRealTimers();
  page.unmount();
});

it('the settings of letters come back as they were saved', async () => {
  const settings = { fromName: 'Jardins', replyTo: null, postalAddress: null, graceMinutes: 10, requiresApproval: false, measuresLetters: false };
  let answered = 0;
  serveApi({ [`GET ${root}/mailing-settings`]: () => (++answered === 1 ? settings : new Promise(() => undefined)), [`PUT ${root}/mailing-settings`]: (call) => call.body });
  const isThere = ref(true);
  const { page } = await show(defineComponent({ setup: () => () => (isThere.value ? h(MailingSettingsPage) : null) }));
  await page.find('input').setValue('Les Jardins');
  await page.find('form').trigger('submit');
  await flushPromises();
  isThere.value = false;
  await nextTick();
  isThere.value = true;
  await flushPromises();
  expect(page.find('input').element.value).toBe('Les Jardins');
  page.unmount();
});

it('a consent that is taken back leaves alone what is being written on the sheet', async () => {
  const contact = { id: 'p1', email: 'lea@exemple.fr', firstName: 'Léa', lastName: null, notes: null, status: 'Active', pausedUntil: null, lists: [], tags: [], fields: {}, consents: [{ id: 'x', purpose: 'Information', method: 'Declared', grantedTime: '2026-01-01T00:00:00Z', withdrawnTime: null, proof: 'Bulletin' }], concurrencyStamp: '1' };
  const calls = serveApi({ ...books, [`GET ${root}/contact/p1`]: () => contact, [`POST ${root}/contact/p1/withdraw-consent`]: () => ({ ...contact, concurrencyStamp: '2' }), [`PUT ${root}/contact/p1`]: (call) => ({ ...contact, ...(call.body as object) }) });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/carnet/:id', component: ContactPage }, { path: '/:rest(.*)*', component: { render: () => null } }] });
  await router.push('/carnet/p1');
  const page = mount(RouterView, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await flushPromises();
  const name = page.findAll('input')[1]!;
  await name.setValue('Léa-Marie');
  await press('Elle ne veut plus recevoir cela');
  await flushPromises();
  expect(asked(calls, 'POST', '/contact/p1/withdraw-consent')).toHaveLength(1);
  expect(name.element.value).toBe('Léa-Marie');
  const confirm = vi.fn(() => false);
  vi.stubGlobal('confirm', confirm);
  await router.push('/carnet');
  expect(confirm).toHaveBeenCalled();
  expect(router.currentRoute.value.path).toBe('/carnet/p1');
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(asked(calls, 'PUT', '/contact/p1')[0]?.body).toMatchObject({ firstName: 'Léa-Marie', concurrencyStamp: '2' });
  page.unmount();
});

it.each([['nouveau', 'POST', '/contact'], ['p1', 'PUT', '/contact/p1']])('what is typed while a contact is being saved (%s) stays, and is saved by the next press', async (id, method, path) => {
  let answer = (): void => undefined;
  let stored = { id: 'p1', email: 'lea@exemple.fr', firstName: null, lastName: null, notes: null, status: 'Active', pausedUntil: null, lists: [], tags: [], fields: {}, consents: [], concurrencyStamp: '1' };
  const keep = ({ body }: Call) => new Promise((resolve) => {
    answer = () => {
      const { email, firstName, notes } = body as typeof stored;
      resolve((stored = { ...stored, email, firstName, notes, concurrencyStamp: `${stored.concurrencyStamp}+` }));
    };
  });
  const calls = serveApi({ ...books, [`GET ${root}/contact/p1`]: () => stored, [`POST ${root}/contact`]: keep, [`PUT ${root}/contact/p1`]: keep });
  const { page, router } = await show(ContactPage, {}, [{ path: '/carnet/nouveau', component: ContactPage }, { path: '/carnet/:id', component: ContactPage }]);
  await router.push(`/carnet/${id}`);
  await flushPromises();
  await page.findAll('input')[0]!.setValue('lea@exemple.fr');
  await page.findAll('input')[1]!.setValue('Léa');
  await page.find('form').trigger('submit');
  await page.find('textarea').setValue('Habite au quai');
  answer();
  await eventually(() => expect(toasts).toHaveLength(1));
  await flushPromises();
  expect(page.find('textarea').element.value).toBe('Habite au quai');
  expect(router.currentRoute.value.path).toBe(`/carnet/${id}`);
  expect(asked(calls, method, path)[0]?.body).toMatchObject({ firstName: 'Léa', notes: '' });

  await page.find('form').trigger('submit');
  answer();
  await eventually(() => expect(router.currentRoute.value.path).toMatch(/carnet$/));
  expect(asked(calls, 'PUT', '/contact/p1').at(-1)?.body).toMatchObject({ firstName: 'Léa', notes: 'Habite au quai', concurrencyStamp: '1+', consents: [] });
  page.unmount();
});
