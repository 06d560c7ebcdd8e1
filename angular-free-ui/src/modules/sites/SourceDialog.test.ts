import type { VueWrapper } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, ref } from 'vue';
import { actAs, eventually, serveApi, show } from '@/framework/testing';
import { parseDocument } from '@/editor/page';
import SourceDialog from './components/SourceDialog.vue';

const document1 = parseDocument('{"schema":"page/1","lang":"fr","blocks":[]}');
let page: VueWrapper;
const asked = vi.fn<() => boolean>();
const isOpen = ref(true);
const taken = vi.fn();

beforeEach(async () => {
  actAs('Sites.Pages.Edit');
  isOpen.value = true;
  asked.mockReset().mockReturnValue(false);
  taken.mockReset();
  vi.stubGlobal('confirm', asked);
  serveApi({
    'POST /api/sites/document-source/to-text': () => ({ text: 'Un' }),
    'POST /api/sites/document-source/from-text': () => ({ document: JSON.stringify(document1), problems: [] }),
  });
  const taking = (next: unknown) => {
    taken(next);
    isOpen.value = false;
  };
  const Editor = defineComponent(() => () =>
    h('div', isOpen.value ? h(SourceDialog, { document: document1, editable: true, onClose: () => (isOpen.value = false), onTaken: taking }) : []),
  );
  ({ page } = await show(Editor));
  await eventually(() => expect(page.find('textarea').exists()).toBe(true));
});
afterEach(() => page.unmount());

const ways = {
  Escape: () => page.find('dialog').trigger('cancel'),
  'the cross': () => page.find('dialog .close').trigger('click'),
  'the button': () => press('Fermer'),
};
const press = (name: string) => page.findAll('button').filter((button) => button.text() === name).at(-1)!.trigger('click');

describe('The text of a page', () => {
  for (const [name, leave] of Object.entries(ways)) {
    it(`is not lost by ${name} without a question`, async () => {
      await page.find('textarea').setValue('Deux');
      await leave();
      expect(asked).toHaveBeenCalledTimes(1);
      expect(page.find('textarea').element.value).toBe('Deux');
      asked.mockReturnValue(true);
      await leave();
      await eventually(() => expect(isOpen.value).toBe(false));
    });
  }

  it('is left without a question when nothing was typed, and when it is taken over', async () => {
    await page.find('textarea').setValue('Deux');
    await press('Reprendre ce texte');
    await eventually(() => expect(taken).toHaveBeenCalledTimes(1));
    isOpen.value = true;
    await eventually(() => expect(page.find('textarea').exists()).toBe(true));
    await press('Fermer');
    await eventually(() => expect(isOpen.value).toBe(false));
    expect(asked).not.toHaveBeenCalled();
  });
});
