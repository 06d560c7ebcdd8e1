import { computed, ref } from 'vue';
import type { Answer } from './api/answer';
import { browser, http, signInAddress, spaceSlug } from './api/http';
import type { components } from './api/schema';
import { setLanguage, type Language } from './i18n';

export type Membership = Answer<components['schemas']['MembershipDto']>;

export interface Session {
  user: { id: string; name: string; email: string; emailConfirmed: boolean; language: string } | null;
  memberships: Membership[];
  currentSpace: Membership | null;
  grantedPermissions: string[];
  hubRoles: string[];
}

const state = ref<Session>();
let loadedFor: string | undefined;

/** Loads the session of the space in the address, once a space. False: nobody is signed in, the browser is leaving. */
export async function loadSession(slug = spaceSlug()): Promise<boolean> {
  if (state.value && loadedFor === slug) return true;
  const session = await http.get<Session>('/api/associations/session', undefined, slug ? {} : { hub: true });
  if (!session.user) {
    browser.go(signInAddress());
    return false;
  }
  state.value = session;
  loadedFor = slug;
  if (!localStorage.getItem('language') && session.user.language === 'en') await setLanguage('en');
  return true;
}

export function forgetSession() {
  state.value = undefined;
  loadedFor = undefined;
}

/** For tests: the session as if the hub had answered it. */
export function useSessionOf(session: Session) {
  state.value = session;
  loadedFor = spaceSlug();
}

export function can(permission: string): boolean {
  return state.value?.grantedPermissions.includes(permission) ?? false;
}

/** Who is here, where, and what they may do. */
export function useSession() {
  return {
    session: computed(() => state.value),
    user: computed(() => state.value?.user ?? undefined),
    space: computed(() => state.value?.currentSpace ?? undefined),
    memberships: computed(() => state.value?.memberships ?? []),
    can,
    isOperator: computed(() => state.value?.hubRoles.includes('operator') ?? false),
    isCoordinator: computed(() => state.value?.hubRoles.includes('coordinator') ?? false),
    signOut: async () => {
      await http.delete('/api/associations/session');
      browser.go('/');
    },
    /** Keeps the language for this browser and, when it can, for the account. */
    changeLanguage: async (language: Language) => {
      await setLanguage(language);
      await http.put('/api/associations/session/language', { language }).catch(() => undefined);
    },
  };
}
