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
/** What is being typed and not in the document yet. */
let typing: (() => void) | undefined;
let loseAnswers = false;

beforeEach(() => {
  localStorage.clear();
  useSessionOf({ user: { id: 'u', name: 'Léa', email: 'l@x.fr', emailConfirmed: true, language: 'fr' }, memberships: [], currentSpace: null, grantedPermissions: [], hubRoles: [] });
  vi.useFakeTimers();
  saves = [];
  typing = undefined;
  loseAnswers = false;
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
          if (loseAnswers) return Promise.reject(new ApiError({ status: 0 }));
          return Promise.resolve({ ...server });
        },
        flush: () => typing?.(),
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

  it('saves nothing over somebody else who was put off, not even after the page was opened again', async () => {
    const first = await open();
    elsewhere({ content: content('ELLE', 'Deux') });
    first.text.write(parseDocument(content('MOI', 'Deux')));
    await wait();
    first.text.putOff();
    first.text.set('subject', 'Plus tard');
    await wait();
    expect(saves).toEqual([]);
    // The browser goes away with the conflict unsolved.
    const again = await open();
    await again.text.takeBack(again.text.saving.left.value[0]!);
    await wait();
    expect(again.text.conflict.value?.blocks.map(({ blockId }) => blockId)).toEqual(['b0']);
    expect(server.content).toBe(content('ELLE', 'Deux'));
    first.wrapper.unmount();
    again.wrapper.unmount();
  });

  it('compares what stands there when one comes back to it', async () => {
    const { text, wrapper } = await open();
    elsewhere({ content: content('ELLE', 'Deux') });
    text.write(parseDocument(content('MOI', 'Deux')));
    await wait();
    text.putOff();
    text.write(parseDocument(content('MOI AUSSI', 'Deux')));
    await text.compare();
    expect(text.conflict.value?.blocks[0]?.mine).toMatchObject({ markdown: 'MOI AUSSI' });
    await text.solve(text.conflict.value!.document, []);
    await wait();
    expect(server.content).toBe(content('MOI AUSSI', 'Deux'));
    wrapper.unmount();
  });

  it('is in no conflict with itself when an answer was lost', async () => {
    const { text, wrapper } = await open();
    loseAnswers = true;
    text.write(parseDocument(content('MOI', 'Deux')));
    await wait();
    expect(saves).toHaveLength(1);
    loseAnswers = false;
    text.write(parseDocument(content('MOI ENCORE', 'Deux')));
    await wait();
    expect(text.conflict.value).toBeUndefined();
    expect(server.content).toBe(content('MOI ENCORE', 'Deux'));
    wrapper.unmount();
  });

  it('loses nothing that is being typed while somebody else’s text comes in', async () => {
    const { text, wrapper } = await open();
    elsewhere({ content: content('Un', 'DEUX') });
    text.set('subject', 'Grande fête');
    let flushes = 0;
    // The first flush is before the save; what is typed after it is there at the second.
    typing = () => ++flushes === 2 && text.write(parseDocument(content('UN', 'Deux')));
    await wait();
    await wait();
    expect(server.content).toBe(content('UN', 'DEUX'));
    wrapper.unmount();
  });
});
