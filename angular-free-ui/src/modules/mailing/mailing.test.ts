import { flushPromises } from '@vue/test-utils';
import { beforeEach, expect, test, vi } from 'vitest';
import { emptyDocument } from '@/editor/page';
import { actAs, eventually, refusal, serveApi, show } from '@/framework/testing';
import type { Campaign, ContactImport } from './api';
import ImportStart from './components/ImportStart.vue';
import SendDialog from './components/SendDialog.vue';
import ContactPage from './pages/ContactPage.vue';

const checked = {
  id: 'i1', fileName: 'adherents.csv', status: 'Checked', columns: [],
  counts: { total: 206, created: 181, updated: 9, unchanged: 4, duplicates: 5, refused: 0, keptUnsubscribed: 3, keptSuppressed: 0 },
} as unknown as ContactImport;
const letter = { id: 'k1', subject: 'Les semis', concurrencyStamp: 'stamp' } as unknown as Campaign;
const writing = { letter: { subject: 'Les semis', previewText: null, document: emptyDocument() }, mend: () => Promise.resolve(true) };
const button = (text: string) => [...document.querySelectorAll('button')].find((one) => one.textContent.includes(text));

beforeEach(() => actAs('Mailing.Contacts', 'Mailing.Contacts.Manage', 'Mailing.Campaigns', 'Mailing.Campaigns.Send'));

test('an import says what it will do, and does it only when told, with the origin of the addresses', async () => {
  const calls = serveApi({ 'GET /api/mailing/mailing-list': () => ({ items: [] }), 'POST /api/mailing/contact-import/i1/start': () => ({ ...checked, status: 'Running' }) });
  const { page } = await show(ImportStart, { source: checked });
  expect(page.text()).toContain('Les 206 lignes du fichier');
  expect(page.text()).toContain('s’étaient désabonnées et le restent');
  expect(calls.filter((call) => call.method === 'POST')).toEqual([]);
  await page.find('textarea').setValue('Bulletins d’adhésion 2025');
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(calls.at(-1)?.body).toEqual({ listId: null, origin: 'Bulletins d’adhésion 2025', purposes: ['Information'] });
});

test('sending says to how many people, and for how long it can be called back', async () => {
  const calls = serveApi({
    'GET /api/mailing/campaign/k1/links': () => ({ dead: [], insecure: [] }),
    'GET /api/mailing/campaign/k1/preflight': () => ({ canSend: true, recipients: 212, graceMinutes: 10, items: [] }),
    'POST /api/mailing/campaign/k1/send': () => ({ ...letter, status: 'Scheduled' }),
  });
  await show(SendDialog, { campaign: letter, ...writing });
  await eventually(() => expect(document.body.textContent).toContain('212 personnes recevront cette lettre. Vous aurez 10 minutes pour l’annuler.'));
  button('Envoyer à 212 personnes')?.click();
  await flushPromises();
  // What leaves is what was looked at.
  expect(calls.at(-1)?.body).toEqual({ scheduledTime: null, concurrencyStamp: 'stamp' });
});

test('a letter that is not ready shows what to mend and no way to send it', async () => {
  serveApi({ 'GET /api/mailing/campaign/k1/preflight': () => ({ canSend: false, recipients: 0, graceMinutes: 10, items: [{ code: 'Subject', level: 'Blocking', message: 'Écrivez un objet.' }] }) });
  await show(SendDialog, { campaign: letter, ...writing });
  await eventually(() => expect(document.body.textContent).toContain('Écrivez un objet.'));
  expect(button('Envoyer')).toBeUndefined();
});

test('what is certain is mended by one press, and looked at again', async () => {
  let looks = 0;
  serveApi({
    'GET /api/mailing/campaign/k1/links': () => ({ dead: ['http://mairie.fr/plan'], insecure: [] }),
    'GET /api/mailing/campaign/k1/preflight': () => ({ canSend: true, recipients: 3, graceMinutes: 10, items: [], looks: (looks += 1) }),
  });
  const written = { ...emptyDocument(), blocks: [{ id: 'a', type: 'text', v: 1, markdown: 'Voyez [le plan](http://mairie.fr/plan).' }] };
  const mend = vi.fn(() => Promise.resolve(true));
  await show(SendDialog, { campaign: letter, letter: { subject: 'Les semis', previewText: null, document: written }, mend });
  await eventually(() => expect(button('Retirer le lien')).toBeDefined());
  button('Retirer le lien')?.click();
  await eventually(() => expect(looks).toBe(2));
  expect(mend).toHaveBeenCalledWith({ subject: 'Les semis', previewText: null, document: { ...written, blocks: [{ ...written.blocks[0], markdown: 'Voyez le plan.' }] } });
  await eventually(() => expect(document.body.textContent).toContain('C’est corrigé et enregistré.'));
});

test('a refused address keeps what was typed and says what to do', async () => {
  serveApi({ 'GET /api/mailing/mailing-list': () => ({ items: [] }), 'POST /api/mailing/contact': () => refusal(403, 'Mailing:EmailInvalid', 'Cette adresse n’est pas complète.') });
  const { page } = await show(ContactPage);
  const email = page.find<HTMLInputElement>('input[type=email]');
  await email.setValue('jean@');
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(page.find('[role=alert]').text()).toContain('Cette adresse n’est pas complète.');
  expect(email.element.value).toBe('jean@');
});
