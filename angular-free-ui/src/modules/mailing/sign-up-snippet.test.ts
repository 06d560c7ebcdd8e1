import { expect, it } from 'vitest';
import { signUpSnippet } from './sign-up-snippet';

it('shows the sentence of consent under the form on another site, with names as they are written', () => {
  const html = signUpSnippet('https://amis.example.org', { email: 'Adresse', button: 'Recevoir', consent: 'Rire & <b>Chansons</b> utilise votre adresse.' });
  const form = new DOMParser().parseFromString(html, 'text/html').querySelector('form');
  expect(form?.getAttribute('action')).toBe('https://amis.example.org/lettre/inscription');
  expect(form?.textContent).toContain('Rire & <b>Chansons</b> utilise votre adresse.');
});
