import { Newspaper } from '@lucide/vue';
import { defineModule } from '@/framework/modules';
import { agendaPermissions } from './agenda/api';
import { permissions } from './api';
import { formPermissions } from './forms/api';
import { transferPermissions } from './transfer';

export default defineModule({
  entries: [
    {
      path: 'site',
      titleKey: 'sites.menu',
      icon: Newspaper,
      sheet: 'site',
      order: 10,
      permissions: [permissions.pages, permissions.posts],
      key: 's',
    },
  ],
  references: [
    { scheme: 'form', permissions: [formPermissions.forms], load: async () => (await import('./forms/references')).findForms },
    { scheme: 'news-category', permissions: [permissions.posts], load: async () => (await import('./categories')).findNewsCategories },
    { scheme: 'agenda-category', permissions: [agendaPermissions.events], load: async () => (await import('./categories')).findAgendaCategories },
  ],
  routes: [
    { path: 'site', name: 'pages', component: () => import('./pages/PagesPage.vue'), meta: { permissions: [permissions.pages] } },
    { path: 'site/pages/:id', name: 'page', component: () => import('./pages/PageEditPage.vue'), props: true, meta: { permissions: [permissions.pages] } },
    { path: 'site/articles', name: 'posts', component: () => import('./pages/PostsPage.vue'), meta: { permissions: [permissions.posts] } },
    { path: 'site/articles/:id', name: 'post', component: () => import('./pages/PostEditPage.vue'), props: true, meta: { permissions: [permissions.posts] } },
    { path: 'site/menu', name: 'site-menu', component: () => import('./pages/MenuPage.vue'), meta: { permissions: [permissions.pages] } },
    { path: 'site/corbeille', name: 'trash', component: () => import('./pages/TrashPage.vue'), meta: { permissions: [permissions.publishPages] } },
    { path: 'site/medias', name: 'media', component: () => import('./pages/MediaPage.vue'), meta: { permissions: [permissions.media] } },
    { path: 'site/agenda', name: 'agenda', component: () => import('./pages/AgendaPage.vue'), meta: { permissions: [agendaPermissions.events] } },
    { path: 'site/agenda/:id', name: 'event', component: () => import('./pages/EventPage.vue'), props: true, meta: { permissions: [agendaPermissions.events] } },
    { path: 'site/agenda/:id/inscriptions', name: 'event-people', component: () => import('./pages/EventPeoplePage.vue'), props: true, meta: { permissions: [agendaPermissions.registrations] } },
    { path: 'site/formulaires', name: 'forms', component: () => import('./pages/FormsPage.vue'), meta: { permissions: [formPermissions.forms] } },
    { path: 'site/formulaires/:id', name: 'form', component: () => import('./pages/FormPage.vue'), props: true, meta: { permissions: [formPermissions.forms] } },
    { path: 'site/formulaires/:id/reponses', name: 'form-answers', component: () => import('./pages/FormAnswersPage.vue'), props: true, meta: { permissions: [formPermissions.submissions] } },
    { path: 'site/apparence', name: 'appearance', component: () => import('./pages/AppearancePage.vue'), meta: { permissions: [permissions.site] } },
    { path: 'site/visites', name: 'visits', component: () => import('./pages/StatisticsPage.vue'), meta: { permissions: [permissions.statistics] } },
    { path: 'site/adresses', name: 'domains', component: () => import('./pages/DomainsPage.vue'), meta: { permissions: [permissions.domains] } },
    { path: 'site/accessibilite', name: 'accessibility', component: () => import('./pages/AccessibilityPage.vue'), meta: { permissions: [permissions.site] } },
    { path: 'site/transfert', name: 'transfer', component: () => import('./pages/TransferPage.vue'), meta: { permissions: [transferPermissions.import, transferPermissions.export] } },
    { path: 'site/transfert/:id', name: 'site-import', component: () => import('./pages/SiteImportPage.vue'), props: true, meta: { permissions: [transferPermissions.import] } },
  ],
});
