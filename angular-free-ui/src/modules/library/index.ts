import { LibraryBig } from '@lucide/vue';
import { defineModule } from '@/framework/modules';
import { permissions } from './api';

export default defineModule({
  entries: [{ path: 'bibliotheque', titleKey: 'library.title', icon: LibraryBig, sheet: 'library', order: 60, permissions: [permissions.read], key: 'b' }],
  references: [{ scheme: 'guide', permissions: [permissions.read], load: async () => (await import('./references')).findGuides }],
  routes: [
    { path: 'bibliotheque', name: 'guides', component: () => import('./pages/GuidesPage.vue') },
    { path: 'bibliotheque/communs', name: 'commons', component: () => import('./pages/CommonsPage.vue') },
    { path: 'bibliotheque/relecture', name: 'curation', component: () => import('./pages/CurationPage.vue') },
    { path: 'bibliotheque/relecture/:id', name: 'submission', component: () => import('./pages/SubmissionPage.vue') },
    { path: 'bibliotheque/:id', name: 'guide', component: () => import('./pages/GuidePage.vue') },
  ],
  hubRoutes: [
    { path: 'relecture', name: 'hub-curation', component: () => import('./pages/CurationPage.vue') },
    { path: 'relecture/:id', name: 'hub-submission', component: () => import('./pages/SubmissionPage.vue') },
  ],
});
