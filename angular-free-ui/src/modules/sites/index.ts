import { Newspaper } from '@lucide/vue';
import { defineModule } from '@/framework/modules';
import { permissions } from './api';

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
  routes: [
    { path: 'site', name: 'pages', component: () => import('./pages/PagesPage.vue'), meta: { permissions: [permissions.pages] } },
    { path: 'site/pages/:id', name: 'page', component: () => import('./pages/PageEditPage.vue'), props: true, meta: { permissions: [permissions.pages] } },
    { path: 'site/articles', name: 'posts', component: () => import('./pages/PostsPage.vue'), meta: { permissions: [permissions.posts] } },
    { path: 'site/articles/:id', name: 'post', component: () => import('./pages/PostEditPage.vue'), props: true, meta: { permissions: [permissions.posts] } },
    { path: 'site/medias', name: 'media', component: () => import('./pages/MediaPage.vue'), meta: { permissions: [permissions.media] } },
    { path: 'site/apparence', name: 'appearance', component: () => import('./pages/AppearancePage.vue'), meta: { permissions: [permissions.site] } },
    { path: 'site/visites', name: 'visits', component: () => import('./pages/StatisticsPage.vue'), meta: { permissions: [permissions.statistics] } },
    { path: 'site/adresses', name: 'domains', component: () => import('./pages/DomainsPage.vue'), meta: { permissions: [permissions.domains] } },
    { path: 'site/accessibilite', name: 'accessibility', component: () => import('./pages/AccessibilityPage.vue'), meta: { permissions: [permissions.site] } },
  ],
});
