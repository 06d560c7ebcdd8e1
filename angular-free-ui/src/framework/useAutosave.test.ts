import { mount } from '@vue/test-utils';
import { defineComponent, h } from 'vue';
import { createMemoryHistory, createRouter, RouterView } from 'vue-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiError } from './api/problem';
import { useAutosave } from './useAutosave';

let saving: ReturnType<typeof useAutosave>;

async function aPage(save: () => Promise<unknown>, write?: () => void) {
  const Page = defineComponent({
    setup() {
      saving = useAutosave(save, { wait: 800, retry: 5000, ...(write && { write }) });
      return () => h('p', saving.text.value);
    },
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: Page }, { path: '/elsewhere', component: { render: () => h('p', 'elsewhere') } }] });
  await router.push('/');
  return { page: mount(RouterView, { global: { plugins: [router] } }), router };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('saves once, some time after the last change', async () => {
  const save = vi.fn(() => Promise.resolve());
  await aPage(save);
  saving.changed();
  await vi.advanceTimersByTimeAsync(500);
  saving.changed();
  await vi.advanceTimersByTimeAsync(799);
  expect(save).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(save).toHaveBeenCalledTimes(1);
  expect(saving.text.value).toMatch(/^Enregistré à \d/);
});

test('what changes while it saves is saved next, never at the same time', async () => {
  let running = 0;
  let most = 0;
  const save = vi.fn(async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    running--;
  });
  await aPage(save);
  saving.changed();
  await vi.advanceTimersByTimeAsync(1000);
  saving.changed();
  await vi.advanceTimersByTimeAsync(5000);
  expect(save).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
  expect(saving.state.value).toBe('saved');
});

test('says at the first key that there is something to save, and saves what was being typed when the page is left', async () => {
  let written = '';
  const save = vi.fn(() => Promise.resolve(written));
  const { router } = await aPage(save, () => (written = 'Bonjour'));
  saving.typing();
  expect(saving.text.value).toBe('Modifications en cours…');
  const closing = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(closing);
  expect(closing.defaultPrevented).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  saving.typing();
  await router.push('/elsewhere');
  expect(await save.mock.results.at(-1)?.value).toBe('Bonjour');
  expect(router.currentRoute.value.path).toBe('/elsewhere');
});

test('saves once what was written down for it', async () => {
  const save = vi.fn(() => Promise.resolve());
  await aPage(save, () => saving.changed());
  saving.typing();
  await vi.advanceTimersByTimeAsync(5000);
  expect(save).toHaveBeenCalledOnce();
});

test('without network it says so and tries again until it works', async () => {
  const save = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(new ApiError({ status: 0 })).mockResolvedValue(undefined);
  await aPage(save);
  saving.changed();
  await vi.advanceTimersByTimeAsync(800);
  expect(saving.state.value).toBe('failed');
  expect(saving.text.value).toContain('Pas encore enregistré');
  await vi.advanceTimersByTimeAsync(5000);
  expect(saving.state.value).toBe('saved');
});

test('a conflict stops saving until somebody has chosen', async () => {
  const save = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(new ApiError({ status: 409 })).mockResolvedValue(undefined);
  await aPage(save);
  saving.changed();
  await vi.advanceTimersByTimeAsync(800);
  expect(saving.state.value).toBe('conflict');
  saving.changed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(save).toHaveBeenCalledTimes(1);
  saving.resume();
  await vi.advanceTimersByTimeAsync(1);
  expect(saving.state.value).toBe('saved');
});

test('leaving the page saves first', async () => {
  const save = vi.fn(() => Promise.resolve());
  const { page, router } = await aPage(save);
  saving.changed();
  await router.push('/elsewhere');
  await vi.advanceTimersByTimeAsync(0);
  expect(save).toHaveBeenCalledTimes(1);
  expect(page.text()).toBe('elsewhere');
});

test('a page that cannot be saved is only left when the person says so', async () => {
  const { page, router } = await aPage(() => Promise.reject(new ApiError({ status: 400 })));
  vi.stubGlobal('confirm', () => false);
  saving.changed();
  await router.push('/elsewhere');
  expect(page.text()).not.toBe('elsewhere');
});

test('back on the network it saves at once', async () => {
  const save = vi.fn<() => Promise<unknown>>().mockRejectedValueOnce(new ApiError({ status: 0 })).mockResolvedValue(undefined);
  await aPage(save);
  saving.changed();
  await vi.advanceTimersByTimeAsync(800);
  expect(saving.state.value).toBe('failed');
  window.dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(1);
  expect(saving.state.value).toBe('saved');
});
