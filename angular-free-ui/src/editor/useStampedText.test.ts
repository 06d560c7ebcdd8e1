import { flushPromises, mount } from '@vue/test-utils';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, nextTick } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { ApiError } from '@/framework/api/problem';
import { keepDraft, leftDrafts } from '@/framework/drafts';
import { useSessionOf } from '@/framework/session';
import { emptyDocument, parseDocument } from './page';
import { useStampedText, type KeptText } from './useStampedText';

interface Letter {
  id: string;
  concurrencyStamp: string | null;
  subject: string;
  status: string;
  content: string;
}

const content = (...texts: string[]) => JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: texts.map((markdown, index) => ({ id: `b${index}`, type: 'text', v: 1, markdown })) });
let server: Letter;
let saves: Letter[];

beforeEach(() => {
  localStorage.clear();
  useSessionOf({ user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' }, memberships: [], currentSpace: null, grantedPermissions: [], hubRoles: [] });
  vi.useFakeTimers();
  saves = [];
  server = { id: 'l1', concurrencyStamp: '1', subject: 'Fête', status: 'Draft', content: content('Un', 'Deux') };
});

async function open() {
  let text!: ReturnType<typeof useStampedText<Letter>>;
  const Editor = defineComponent({
    setup() {
      text = useStampedText<Letter>({
        first: { ...server },
        kind: 'letter',
        fields: { subject: 'Objet' },
        read: (letter) => (letter.content ? parseDocument(letter.content) : emptyDocument()),
        load: () => Promise.resolve({ ...server }),
        save(form, document) {
          if (form.concurrencyStamp !== server.concurrencyStamp) return Promise.reject(new ApiError({ status: 409, code: 'Abp:Concurrency' }));
          server = { ...form, content: document, concurrencyStamp: String(Number(server.concurrencyStamp) + 1) };
          saves.push(server);
          return Promise.resolve({ ...server });
        },
        flush: () => undefined,
      });
      return () => null;
    },
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', component: Editor }] });
  await router.push('/');
  const wrapper = mount({ template: '<RouterView />' }, { global: { plugins: [router] } });
  await flushPromises();
  return { text, wrapper };
}

const wait = async () => {
  await vi.advanceTimersByTimeAsync(1000);
  await flushPromises();
};
/** Somebody else saves. */
const elsewhere = (change: Partial<Letter>) => (server = { ...server, ...change, concurrencyStamp: '9' });

describe('a letter, a guide or a lesson', () => {
  it('takes in what somebody else wrote in other places, and saves both', async () => {
    const { text, wrapper } = await open();
    elsewhere({ content: content('Un', 'DEUX'), status: 'Waiting' });
    text.write(parseDocument(content('UN', 'Deux')));
    text.set('subject', 'Grande fête');
    await wait();
    expect(server).toMatchObject({ content: content('UN', 'DEUX'), subject: 'Grande fête' });
    expect(text.form.value.status).toBe('Waiting');
    expect(text.saving.state.value).toBe('saved');
    wrapper.unmount();
  });

  it('saves nothing over the same block of somebody else before one has chosen', async () => {
    const { text, wrapper } = await open();
    elsewhere({ content: content('ELLE', 'Deux'), subject: 'Sa fête' });
    text.write(parseDocument(content('MOI', 'Deux')));
    text.set('subject', 'Ma fête');
    await wait();
    expect(saves).toEqual([]);
    expect(text.conflict.value?.blocks.map(({ blockId }) => blockId)).toEqual(['b0']);
    await text.solve(parseDocument(content('MOI', 'Deux')), ['subject']);
    await wait();
    expect(server).toMatchObject({ content: content('MOI', 'Deux'), subject: 'Sa fête' });
    wrapper.unmount();
  });

  it('puts a kept text into a newer one, and asks where both changed a block', async () => {
    const kept: KeptText<Letter> = { document: content('MOI', 'Deux'), form: { ...server }, base: { document: server.content, form: { ...server } } };
    keepDraft('letter l1', 'gone', kept);
    elsewhere({ content: content('Un', 'DEUX') });
    const { text, wrapper } = await open();
    const [offered] = text.saving.left.value;
    if (offered === undefined) throw new Error('nothing was offered');
    await text.takeBack(offered);
    await wait();
    expect(server.content).toBe(content('MOI', 'DEUX'));
    expect(await leftDrafts('letter l1')).toEqual([]);
    wrapper.unmount();

    keepDraft('letter l1', 'gone', { ...kept, document: content('AUTRE', 'Deux') });
    const again = await open();
    const before = server.content;
    await again.text.takeBack(again.text.saving.left.value[0]!);
    await nextTick();
    await wait();
    expect(again.text.conflict.value?.blocks).toHaveLength(1);
    expect(server.content).toBe(before);
    again.text.putOff();
    expect(again.text.saving.left.value).toHaveLength(1);
    again.wrapper.unmount();
  });
});
