import { Settings } from '@lucide/vue';
import { defineModule } from '@/framework/modules';
import { permissions } from './api';

export default defineModule({
  entries: [
    {
      path: 'reglages',
      titleKey: 'associations.settings',
      icon: Settings,
      sheet: 'settings',
      order: 70,
      permissions: [permissions.profile, permissions.members],
      key: 'r',
    },
  ],
  routes: [
    { path: 'reglages', name: 'profile', component: () => import('./pages/ProfilePage.vue') },
    { path: 'reglages/membres', name: 'members', component: () => import('./pages/MembersPage.vue'), meta: { permissions: [permissions.members] } },
    { path: 'reglages/cles', name: 'api-keys', component: () => import('./pages/ApiKeysPage.vue'), meta: { permissions: [permissions.apiKeys] } },
  ],
  hubRoutes: [{ path: 'qui-relit', name: 'coordinators', component: () => import('./pages/CoordinatorsPage.vue') }],
});
