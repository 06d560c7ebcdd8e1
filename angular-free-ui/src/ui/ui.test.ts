import { mount } from '@vue/test-utils';
import { expect, test, vi } from 'vitest';
import { nextTick } from 'vue';
import { eventually } from '@/framework/testing';
import AppButton from './AppButton.vue';
import AppField from './AppField.vue';
import AppMenu from './AppMenu.vue';
import AppToasts from './AppToasts.vue';
import { ApiError } from '@/framework/api/problem';
import { closeToast, toast, toasts } from './toasts';

test('a field ties its label, its hint and its error to the input', () => {
  const field = mount(AppField, { props: { label: 'Courriel', hint: 'Une seule adresse.', error: 'Il manque ce qui suit @.', required: true } });
  const input = field.find('input');
  expect(field.find('label').attributes('for')).toBe(input.attributes('id'));
  expect(input.attributes('aria-invalid')).toBe('true');
  const described = (input.attributes('aria-describedby') ?? '').split(' ').map((id) => field.find(`[id="${id}"]`).text());
  expect(described.join(' ')).toContain('Une seule adresse.');
  expect(described.join(' ')).toContain('Il manque ce qui suit @.');
});

test('a busy button keeps the focus and ignores clicks', async () => {
  const press = vi.fn();
  const button = mount(AppButton, { props: { busy: true, onClick: press }, attachTo: document.body });
  button.find('button').element.focus();
  await button.trigger('click');
  expect(press).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(button.find('button').element);
  expect(button.attributes('aria-busy')).toBe('true');
});

test('a menu opens on its first entry, moves with arrows, and gives the focus back', async () => {
  const menu = mount(AppMenu, { props: { label: 'Plus', items: [{ key: 'a', label: 'Copier' }, { key: 'b', label: 'Supprimer' }] }, attachTo: document.body });
  const opener = menu.find('button');
  await opener.trigger('click');
  await eventually(() => expect(document.activeElement?.textContent).toContain('Copier'));
  await menu.find('[role=menu]').trigger('keydown', { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toContain('Supprimer');
  await menu.find('[role=menu]').trigger('keydown', { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toContain('Copier');
  await menu.find('[role=menu]').trigger('keydown', { key: 'Escape' });
  expect(menu.find('[role=menu]').exists()).toBe(false);
  expect(document.activeElement).toBe(opener.element);
});

test('a message goes by itself, an error stays until it is closed', () => {
  vi.useFakeTimers();
  toast('Enregistré');
  const error = toast('Pas enregistré', { tone: 'error' });
  vi.advanceTimersByTime(60_000);
  expect(toasts.map((one) => one.text)).toEqual(['Pas enregistré']);
  closeToast(error);
  expect(toasts).toHaveLength(0);
  vi.useRealTimers();
});

test('what is typed into a number field comes out as text', async () => {
  const field = mount(AppField, { props: { label: 'Minutes', type: 'number', modelValue: '5' } });
  await field.find('input').setValue('12');
  expect(field.emitted('update:modelValue')).toEqual([['12']]);
});

test('an undo that fails is told, and can be tried again', async () => {
  const messages = mount(AppToasts);
  let tries = 0;
  toast('Supprimé', { action: { label: 'Annuler', run: () => (++tries === 1 ? Promise.reject(new ApiError({ status: 0 })) : Promise.resolve()) } });
  await nextTick();
  await messages.find('button.action').trigger('click');
  await eventually(() => expect(toasts.map((one) => one.tone)).toEqual(['error']));
  await messages.find('button.action').trigger('click');
  await eventually(() => expect(toasts).toHaveLength(0));
  expect(tries).toBe(2);
});
