import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ref } from 'vue';
import LinkField from './LinkField.vue';

const pages = [
  { title: 'Contact', address: 'page:1' },
  { title: 'Adhérer', address: 'page:2' },
];
const find = (words: string) => Promise.resolve(pages.filter(({ title, address }) => title.toLowerCase().startsWith(words.toLowerCase()) || address === words));
const address = ref('');
let field: ReturnType<typeof mount>;

beforeEach(() => {
  address.value = '';
  field = mount({ components: { LinkField }, setup: () => ({ address, find }), template: '<LinkField v-model="address" label="Mène à" :find="find" />' }, { attachTo: document.body });
});
afterEach(() => field.unmount());

describe('A link', () => {
  it('to a name is the page of that name once Enter takes it, and the form does not take the key', async () => {
    await field.find('input').setValue('adhérer');
    expect(address.value).toBe('');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    field.find('input').element.dispatchEvent(enter);
    await flushPromises();
    expect(enter.defaultPrevented).toBe(true);
    expect(address.value).toBe('page:2');
    expect(field.text()).toContain('Adhérer');
    expect(document.activeElement?.textContent).toContain('Adhérer');
  });

  it('to a name that no page has is said to be none, at Enter or when the field is left', async () => {
    await field.find('input').setValue('cantine');
    expect(field.find('.error').exists()).toBe(false);
    await field.find('input').trigger('keydown', { key: 'Enter' });
    await flushPromises();
    expect(field.find('.error').text()).toContain('Choisissez une page');
    await field.find('input').setValue('cantines');
    expect(field.find('.error').exists()).toBe(false);
    await field.find('input').trigger('focusout');
    expect(field.find('.error').exists()).toBe(true);
  });

  it('to an address is left to the form', async () => {
    await field.find('input').setValue('école.fr');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    field.find('input').element.dispatchEvent(enter);
    expect(enter.defaultPrevented).toBe(false);
    expect(address.value).toBe('https://école.fr');
  });
});
