import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router';
import { ApiError } from '@/framework/api/problem';
import { loadPageTexts } from '@/framework/i18n';
import { watchPageFocus } from '@/framework/pageFocus';
import { can, forgetSession, loadSession, useSession } from '@/framework/session';
import { entryOf, workspaceModules } from './modules';
import { lastProblem } from './problem';

export const router = createRouter({
  history: createWebHistory('/espace/'),
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what replaces it is still experimental
  scrollBehavior: (to, _from, saved) => saved ?? (to.hash ? { el: to.hash } : { top: 0 }),
  routes: [
    {
      path: '/',
      component: () => import('./HubShell.vue'),
      children: [
        { path: '', name: 'spaces', component: () => import('./SpacesPage.vue') },
        { path: '-', children: [...workspaceModules.flatMap((module) => module.hubRoutes ?? [])] },
      ],
    },
    {
      path: '/:slug',
      component: () => import('./AppShell.vue'),
      children: [
        { path: '', name: 'home', component: () => import('./HomePage.vue') },
        ...workspaceModules.flatMap((module) => module.routes),
        { path: ':rest(.*)*', name: 'lost', component: () => import('./LostPage.vue') },
      ],
    },
  ],
});

watchPageFocus(router);

/** Pages whose words come with the shell. */
const ofTheShell = new Set<unknown>(['home', 'spaces', 'lost']);
// Asked for beside the page itself, and there before it shows.
router.beforeEach((to) => {
  if (!ofTheShell.has(to.name)) void loadPageTexts().catch(() => undefined);
});
router.beforeResolve(async (to) => {
  if (!ofTheShell.has(to.name)) await loadPageTexts();
});

router.beforeEach(async (to) => {
  if (lastProblem.value) lastProblem.value = undefined;
  const slug = typeof to.params['slug'] === 'string' ? to.params['slug'] : '';
  try {
    // Not signed in: the browser is on its way to the sign-in page.
    if (!(await loadSession(slug))) return false;
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return false;
    if (slug && error instanceof ApiError && (error.status === 403 || error.status === 404)) {
      forgetSession();
      return { name: 'spaces', query: { absent: slug } };
    }
    lastProblem.value = error;
    return true;
  }
  if (slug && !useSession().space.value) {
    forgetSession();
    return { name: 'spaces', query: { absent: slug } };
  }
  return true;
});

/** Whether this person may open the page; the page itself is not even loaded otherwise. */
export function allowed(to: RouteLocationNormalized): boolean {
  const needed = to.meta.permissions ?? entryOf(`/espace${to.path}`).permissions;
  return needed.length === 0 || needed.some(can);
}

// After a deployment, an open tab asks for files that are gone: one reload brings the new ones.
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('reloaded')) return;
  sessionStorage.setItem('reloaded', '1');
  event.preventDefault();
  location.reload();
});
router.isReady().then(
  () => sessionStorage.removeItem('reloaded'),
  () => undefined,
);
