import { flushPromises, mount } from '@vue/test-utils';
import { VueQueryPlugin } from '@tanstack/vue-query';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter, RouterView, type RouteRecordRaw } from 'vue-router';
import { vi } from 'vitest';
import { useSessionOf } from './session';

/** What a test's API was asked. */
export interface Call {
  method: string;
  path: string;
  query: URLSearchParams;
  body: unknown;
  headers: Headers;
}

/** Answers by `METHOD /path`; anything else is a 404. Returns the calls, in order. */
export function serveApi(answers: Record<string, (call: Call) => unknown>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', (input: string, init: RequestInit = {}) => {
    const url = new URL(input, location.href);
    const call = { method: init.method ?? 'GET', path: url.pathname, query: url.searchParams, body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : init.body, headers: new Headers(init.headers) };
    calls.push(call);
    const answer = answers[`${call.method} ${call.path}`];
    const result = answer ? answer(call) : new Response(null, { status: 404 });
    // An answer may be one that the test gives later.
    return Promise.resolve(result).then((said) => (said instanceof Response ? said : new Response(JSON.stringify(said), { headers: { 'content-type': 'application/json' } })));
  });
  return calls;
}

export const refusal = (status: number, code: string, detail: string) =>
  new Response(JSON.stringify({ status, code, detail }), { status, headers: { 'content-type': 'application/problem+json' } });

/** A signed-in person of the space `jardins-de-vaise`. */
export function actAs(...grantedPermissions: string[]) {
  history.replaceState(null, '', '/espace/jardins-de-vaise/');
  const space = { tenantId: 't1', slug: 'jardins-de-vaise', name: 'Les Jardins partagés de Vaise', roles: ['admin'] };
  useSessionOf({ user: { id: 'u1', name: 'Léa Bonnet', email: 'lea@example.org', emailConfirmed: true, language: 'fr' }, memberships: [space], currentSpace: space, grantedPermissions, hubRoles: [] });
}

/** Shows a component as the page of a route, attached to the document. */
export async function show(component: Component, props: Record<string, unknown> = {}, routes: RouteRecordRaw[] = []) {
  const router = createRouter({ history: createMemoryHistory(), routes: [...routes, { path: '/', component, props: () => props }, { path: '/:rest(.*)*', component: { render: () => null } }] });
  await router.push('/');
  const page = mount(RouterView, { attachTo: document.body, global: { plugins: [router, VueQueryPlugin] } });
  await flushPromises();
  return { page, router };
}

/** Waits for a check to hold, as long as a busy machine needs: a page may still be loading its parts. */
export const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000 });
