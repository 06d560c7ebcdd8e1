import type { Router } from 'vue-router';

let wanted = false;

/** After a change of page the focus goes to its title, so that a screen reader says where one is. */
export function watchPageFocus(router: Router) {
  router.afterEach((to, from, failure) => {
    if (!failure && from.matched.length > 0 && to.path !== from.path) wanted = true;
  });
}

/** Called by the head of each page once it is there. */
export function focusPageTitle(title: HTMLElement | null) {
  if (!wanted || !title) return;
  wanted = false;
  title.focus({ preventScroll: true });
}
