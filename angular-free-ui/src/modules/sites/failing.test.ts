import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { actAs, eventually, refusal, serveApi, show } from '@/framework/testing';
import { closeToast, toasts } from '@/ui/toasts';
import MissingPaths from './components/MissingPaths.vue';
import DomainsPage from './pages/DomainsPage.vue';

let shown: Awaited<ReturnType<typeof show>>;
const broken = () => refusal(503, 'Abp:Unavailable', 'Revenez dans une minute.');
const press = async (name: string) => {
  await shown.page.findAll('button').find((button) => button.text().startsWith(name))!.trigger('click');
  await flushPromises();
};

beforeEach(() => {
  for (const { id } of [...toasts]) closeToast(id);
  actAs('Sites.Domains', 'Sites.Domains.Update', 'Sites.Pages', 'Sites.Pages.Publish');
});
afterEach(() => shown.page.unmount());

it('an address that could not be given back is told, where everybody sees it', async () => {
  const domain = { id: 'd1', name: 'jardins.fr', displayName: 'jardins.fr', isPrimary: true, state: 'Active', proofName: '', proofValue: '', target: '', addresses: [], pointsHere: true, checkedTime: null, detachTime: null, heldUntil: null };
  serveApi({ 'GET /api/sites/site': () => ({ url: 'https://jardins.fr' }), 'GET /api/sites/site-domain': () => ({ items: [domain] }), 'POST /api/sites/site-domain/use-subdomain': broken });
  shown = await show(DomainsPage);
  await press('Revenir');
  await eventually(() => expect(toasts.at(-1)).toMatchObject({ tone: 'error', text: 'Revenez dans une minute.' }));
});

it('pages that could not be read are told, and an address that was taken back before is taken back', async () => {
  serveApi({ 'GET /api/sites/page': broken, 'GET /api/sites/post': () => ({ items: [], totalCount: 0 }), 'POST /api/sites/former-address': () => ({ id: 'a1' }) });
  shown = await show(MissingPaths, { paths: [{ path: '/ancienne', visits: 6, proposedTarget: 'page:c', proposedTitle: 'Contact' }] });
  await press('Une autre');
  await eventually(() => expect(shown.page.get('dialog [role=alert]').text()).toContain('Revenez dans une minute.'));
  await shown.page.get('dialog button[aria-label="Fermer"]').trigger('click');
  await press('Envoyer');
  await eventually(() => expect(toasts.at(-1)?.action).toBeDefined());
  await toasts.at(-1)!.action!.run();
  expect(toasts.at(-1)).toMatchObject({ tone: 'ok' });
});
