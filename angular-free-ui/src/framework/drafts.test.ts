import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDraft, holdSession, keepDraft, leftDrafts } from './drafts';
import { forgetSession, useSessionOf } from './session';

const signIn = (id: string) =>
  useSessionOf({
    user: { id, name: id, email: `${id}@x.fr`, emailConfirmed: true, language: 'fr' },
    memberships: [],
    currentSpace: null,
    grantedPermissions: [],
    hubRoles: [],
  });
const texts = async (document = 'page 1') => (await leftDrafts<string>(document)).map((draft) => draft.value);

beforeEach(() => signIn('lea'));
afterEach(() => {
  vi.useRealTimers();
  forgetSession();
});

describe('What is kept in the browser', () => {
  it('is there until it is saved, the newest first', async () => {
    vi.useFakeTimers({ now: new Date('2026-11-25T10:00:00Z') });
    keepDraft('page 1', 'tab a', 'ancien');
    vi.setSystemTime(new Date('2026-11-25T11:00:00Z'));
    keepDraft('page 1', 'tab b', 'récent');
    keepDraft('page 12', 'tab c', 'autre page');
    expect(await texts()).toEqual(['récent', 'ancien']);
    forgetDraft('page 1', 'tab b');
    expect(await texts()).toEqual(['ancien']);
  });

  it('is not offered while the tab that writes it is open', async () => {
    const held = new Set<string>();
    vi.stubGlobal('navigator', {
      locks: {
        request: async (name: string, work: () => Promise<void>) => {
          held.add(name);
          await work();
          held.delete(name);
        },
        query: () => Promise.resolve({ held: [...held].map((name) => ({ name })) }),
      },
    });
    const close = holdSession('tab a');
    keepDraft('page 1', 'tab a', 'à moi');
    expect(await texts()).toEqual([]);
    close();
    await Promise.resolve();
    await Promise.resolve();
    expect(await texts()).toEqual(['à moi']);
  });

  it('belongs to who wrote it, on a computer that others use too', async () => {
    keepDraft('page 1', 'tab a', 'de Léa');
    signIn('karim');
    expect(await texts()).toEqual([]);
    signIn('lea');
    expect(await texts()).toEqual(['de Léa']);
  });

  it('goes after thirty days, and what cannot be read goes too', async () => {
    vi.useFakeTimers({ now: new Date('2026-10-01T10:00:00Z') });
    keepDraft('page 1', 'tab a', 'vieux');
    vi.setSystemTime(new Date('2026-11-25T10:00:00Z'));
    localStorage.setItem('draft lea page 1 tab b', '{');
    expect(await texts()).toEqual([]);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('draft'))).toEqual([]);
  });

  it('is told to be nowhere but on the screen when the store is full', () => {
    vi.stubGlobal('localStorage', {
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(keepDraft('page 1', 'tab a', 'x')).toBe(false);
  });
});
