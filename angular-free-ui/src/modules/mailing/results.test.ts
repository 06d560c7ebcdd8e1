import { flushPromises } from '@vue/test-utils';
import { beforeEach, expect, test } from 'vitest';
import { actAs, eventually, serveApi, show } from '@/framework/testing';
import type { Campaign } from './api';
import ResultDetails from './components/ResultDetails.vue';
import TransportForm from './components/TransportForm.vue';
import { transportApi, type MailTransport } from './transports';

const letter = { id: 'k1', subject: 'Les semis' } as unknown as Campaign;
const noTransport: MailTransport = {
  kind: 'Default', fromAddress: null, currentFromAddress: 'bonjour@hub.example', region: 'Global', apiKeyHint: null, webhookPublicKey: null, webhookPath: null, smtpHost: null, smtpPort: 587,
  smtpSecurity: 'StartTls', smtpUserName: null, isSmtpPasswordSet: false, waitingLetters: 0,
};
const button = (text: string) => [...document.querySelectorAll('button')].find((one) => one.textContent.includes(text));

beforeEach(() => {
  document.body.innerHTML = '';
  actAs('Mailing.Settings', 'Mailing.Campaigns', 'Mailing.Campaigns.Edit');
});

test('a test that fails says what to do, and keeps the words of the service for whom they help', async () => {
  serveApi({ 'POST /api/mailing/mail-transport/send-test': () => ({ succeeded: false, sentTo: 'lea@example.org', message: 'Le mot de passe est refusé.', advice: 'Essayez l’adresse entière.', detail: '535 5.7.8', resumedLetters: 0 }) });
  const { page } = await show(TransportForm, { current: noTransport, api: transportApi });
  button('M’envoyer un essai')?.click();
  await eventually(() => expect(page.text()).toContain('Le mot de passe est refusé.'));
  expect(page.text()).toContain('Essayez l’adresse entière.');
  expect(page.find('details').text()).toContain('535 5.7.8');
});

test('what has been changed is saved before it is tested, and an empty key keeps the one that is set', async () => {
  const calls = serveApi({ 'PUT /api/mailing/mail-transport': () => ({ ...noTransport, kind: 'SendGrid', apiKeyHint: '9f3c' }) });
  const { page } = await show(TransportForm, { current: { ...noTransport, kind: 'SendGrid', apiKeyHint: '9f3c', fromAddress: 'lettre@jardin.example' }, api: transportApi });
  expect(page.text()).toContain('elle finit par 9f3c');
  await page.find('input[type=email]').setValue('bonjour@jardin.example');
  expect(button('M’envoyer un essai')?.disabled).toBe(true);
  await page.find('form').trigger('submit');
  await flushPromises();
  expect(calls.at(-1)?.body).toMatchObject({ kind: 'SendGrid', apiKey: null, fromAddress: 'bonjour@jardin.example' });
});

test('a letter is sent again to those who never got it; the doubtful only when asked for', async () => {
  const calls = serveApi({
    'GET /api/mailing/campaign-result/k1': () => ({ counts: {}, reasons: [], resendable: 3, resendableWithDoubt: 5, resentAsId: null, resendOfId: null }),
    'POST /api/mailing/campaign-result/k1/resend': () => ({ campaignId: 'k2', recipients: 3 }),
  });
  const { page, router } = await show(ResultDetails, { campaign: letter });
  await eventually(() => expect(page.text()).toContain('3 personnes n’ont pas reçu cette lettre'));
  button('Renvoyer à ceux')?.click();
  await eventually(() => expect(document.body.textContent).toContain('Certaines l’ont peut-être déjà'));
  button('Préparer le renvoi')?.click();
  await flushPromises();
  expect(calls.at(-1)?.body).toEqual({ includeInDoubt: false });
  expect(router.currentRoute.value.path).toBe('/jardins-de-vaise/lettres/k2');
});
