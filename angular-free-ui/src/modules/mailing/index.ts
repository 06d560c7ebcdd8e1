import { ContactRound, Mail } from '@lucide/vue';
import { defineModule } from '@/framework/modules';
import { permissions } from './api';

const write = { permissions: [permissions.edit] };
const import_ = { permissions: [permissions.import] };

export default defineModule({
  entries: [
    { path: 'lettres', titleKey: 'mailing.letters', icon: Mail, sheet: 'letters', order: 30, permissions: [permissions.campaigns], key: 'l' },
    { path: 'carnet', titleKey: 'mailing.book', icon: ContactRound, sheet: 'people', order: 40, permissions: [permissions.contacts], key: 'c' },
  ],
  routes: [
    { path: 'carnet', name: 'contacts', component: () => import('./pages/ContactsPage.vue') },
    { path: 'carnet/nouveau', name: 'new-contact', component: () => import('./pages/ContactPage.vue'), meta: { permissions: [permissions.manageContacts] } },
    { path: 'carnet/listes', name: 'lists', component: () => import('./pages/ListsPage.vue') },
    { path: 'carnet/selections', name: 'segments', component: () => import('./pages/SegmentsPage.vue') },
    { path: 'carnet/selections/:id', name: 'segment', component: () => import('./pages/SegmentPage.vue') },
    { path: 'carnet/doublons', name: 'contact-duplicates', component: () => import('./pages/DuplicatesPage.vue'), meta: { permissions: [permissions.manageContacts] } },
    { path: 'carnet/champs', name: 'contact-fields', component: () => import('./pages/FieldsPage.vue') },
    { path: 'carnet/importer/:id?', name: 'import', component: () => import('./pages/ImportPage.vue'), meta: import_ },
    { path: 'carnet/:id', name: 'contact', component: () => import('./pages/ContactPage.vue') },
    { path: 'lettres', name: 'campaigns', component: () => import('./pages/CampaignsPage.vue') },
    { path: 'lettres/nouvelle', name: 'new-letter', component: () => import('./pages/NewLetterPage.vue'), meta: write },
    { path: 'lettres/gazette', name: 'gazette', component: () => import('./pages/GazettePage.vue'), meta: write },
    { path: 'lettres/automatiques', name: 'automation', component: () => import('./pages/AutomationPage.vue') },
    { path: 'lettres/sur-le-site', name: 'letters-online', component: () => import('./pages/LettersOnlinePage.vue') },
    { path: 'lettres/resultats', name: 'results', component: () => import('./pages/ResultsPage.vue') },
    { path: 'lettres/:id/recu', name: 'certificate', component: () => import('./pages/CertificatePage.vue') },
    { path: 'lettres/:id', name: 'campaign', component: () => import('./pages/CampaignPage.vue') },
    { path: 'reglages/lettres/service', name: 'mail-transport', component: () => import('./pages/TransportPage.vue'), meta: { permissions: [permissions.settings] } },
    { path: 'reglages/lettres/domaine', name: 'sending-domain', component: () => import('./pages/SendingDomainPage.vue'), meta: { permissions: [permissions.settings] } },
    { path: 'reglages/lettres', name: 'mailing-settings', component: () => import('./pages/MailingSettingsPage.vue'), meta: { permissions: [permissions.settings] } },
  ],
  hubRoutes: [{ path: 'envoi', name: 'hub-mail-transport', component: () => import('./pages/TransportPage.vue') }],
});
