import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actAs, serveApi, show, type Call } from '@/framework/testing';
import { toasts } from '@/ui/toasts';
import MediaDetails from './components/MediaDetails.vue';
import AccessibilityPage from './pages/AccessibilityPage.vue';
import AppearancePage from './pages/AppearancePage.vue';

const picture = {
  id: 'm1', urn: 'media:m1', kind: 'Picture', fileName: 'fete.jpg', contentType: 'image/jpeg', url: '/m1.jpg', thumbnailUrl: '/m1.jpg', width: 800, height: 600, size: 1000, hasVariants: true,
  alt: 'Une fête', isDecorative: false, caption: null, credit: null, consentNote: null, consentUntil: null, focusX: 50, focusY: 50, creationTime: '2026-06-01T10:00:00',
};
const site = {
  name: 'Jardins', url: 'http://jardins.localhost:5000', isOnline: false, language: 'fr', languages: ['fr'], logoUrl: null, theme: 'papier', accentColor: null, headerColor: null, fontPair: null, logoMediaId: null, fontPairs: [], obstacles: [],
  themes: ['papier', 'quai'].map((name) => ({ name, title: name, description: '', accentColor: '#1f4fbf', headerColor: '#ffffff', fontPair: 'a' })),
};
const statement = { state: 'Partial', auditDay: '2026-05-01', auditor: 'Ana', rate: 60, isPublicService: false };
const asked = vi.fn(() => false);
let reply: () => void;
let calls: Call[];
let shown: Awaited<ReturnType<typeof show>>;

beforeEach(() => {
  asked.mockReset().mockReturnValue(false);
  vi.stubGlobal('confirm', asked);
  actAs('Sites.Media', 'Sites.Media.Edit', 'Sites.Site', 'Sites.Site.Update');
  const arrived = new Promise<void>((resolve) => (reply = resolve));
  /** The hub takes its time, until `reply`. */
  const later = (call: Call) => new Response(new ReadableStream({ start: (body) => void arrived.then(() => {
    body.enqueue(new TextEncoder().encode(JSON.stringify({ ...(call.path.endsWith('look') ? site : {}), ...(call.body as object) })));
    body.close();
  }) }), { headers: { 'content-type': 'application/json' } });
  calls = serveApi({
    'GET /api/sites/media/m1/usages': () => ({ items: [] }), 'PUT /api/sites/media/m1': later,
    'GET /api/sites/site': () => site, 'PUT /api/sites/site/look': later, 'GET /api/sites/site/color-contrast': ({ query }) => ({ color: query.get('color'), ratio: 7, passes: true, nearest: '' }),
    'GET /api/sites/accessibility-statement': () => statement, 'PUT /api/sites/accessibility-statement': later,
  });
});
afterEach(() => shown.page.unmount());

const press = async (name: string) => {
  await shown.page.findAll('button').find((button) => button.text() === name || button.attributes('aria-label') === name)!.trigger('click');
  await flushPromises();
};
const leave = async () => {
  await shown.router.push('/ailleurs');
  return shown.router.currentRoute.value.path;
};
const answered = async () => {
  reply();
  await flushPromises();
  await vi.waitFor(() => expect(toasts.length).toBeGreaterThan(0));
  await flushPromises();
};

describe('The description of a file', () => {
  const closed = vi.fn();
  const field = () => shown.page.find('textarea');
  const escape = async () => {
    shown.page.find('dialog').element.dispatchEvent(new Event('cancel', { cancelable: true }));
    await flushPromises();
  };
  beforeEach(async () => {
    closed.mockClear();
    shown = await show(MediaDetails, { file: picture, onClose: closed });
  });

  it.each([['Escape', escape], ['the cross', () => press('Fermer')]])('that was typed is not dropped by %s without a question', async (_, close) => {
    await field().setValue('Une fête sur le quai');
    await close();
    expect(asked).toHaveBeenCalledOnce();
    expect(closed).not.toHaveBeenCalled();
    expect(field().element.value).toBe('Une fête sur le quai');
    expect(shown.page.find('dialog').element.open).toBe(true);
    asked.mockReturnValue(true);
    await close();
    expect(closed).toHaveBeenCalled();
  });

  it('that nobody changed closes at once', async () => {
    await escape();
    expect(asked).not.toHaveBeenCalled();
    expect(closed).toHaveBeenCalled();
  });

  it('stays open when a browser closes it by force and there is something to lose', async () => {
    await field().setValue('Une fête sur le quai');
    shown.page.find('dialog').element.close();
    await flushPromises();
    expect(shown.page.find('dialog').element.open).toBe(true);
    expect(closed).not.toHaveBeenCalled();
  });

  it('closes when it is saved, unless something was typed meanwhile', async () => {
    await field().setValue('Une fête sur le quai');
    await press('Enregistrer');
    await field().setValue('Une fête sur le quai, en juin');
    await answered();
    expect(closed).not.toHaveBeenCalled();
    expect(field().element.value).toBe('Une fête sur le quai, en juin');
    await press('Enregistrer');
    await vi.waitFor(() => expect(closed).toHaveBeenCalled());
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('The look of the site', () => {
  const choose = (theme: string) => shown.page.find(`input[value="${theme}"]`).trigger('change');
  beforeEach(async () => void (shown = await show(AppearancePage)));

  it('that was chosen and not saved is asked about', async () => {
    await choose('quai');
    expect(await leave()).toBe('/');
    await choose('papier');
    expect(await leave()).toBe('/ailleurs');
    expect(asked).toHaveBeenCalledOnce();
  });

  it('that is chosen while it is being saved stays', async () => {
    await choose('quai');
    await shown.page.find('form').trigger('submit');
    await choose('papier');
    await answered();
    expect(shown.page.find<HTMLInputElement>('input[value="papier"]').element.checked).toBe(true);
    await shown.page.find('form').trigger('submit');
    expect(calls.filter((call) => call.method === 'PUT').map((call) => (call.body as typeof site).theme)).toEqual(['quai', 'papier']);
  });
});

describe('The accessibility statement', () => {
  const auditor = () => shown.page.find<HTMLInputElement>('form input:not([type=radio])');
  beforeEach(async () => void (shown = await show(AccessibilityPage)));

  it('that was written and not saved is asked about', async () => {
    await auditor().setValue('Bo');
    expect(await leave()).toBe('/');
    await auditor().setValue('Ana');
    expect(await leave()).toBe('/ailleurs');
  });

  it('that is typed while it is being saved stays', async () => {
    await auditor().setValue('Bo');
    await shown.page.find('form').trigger('submit');
    await auditor().setValue('Bo et Ana');
    await answered();
    expect(auditor().element.value).toBe('Bo et Ana');
  });
});
