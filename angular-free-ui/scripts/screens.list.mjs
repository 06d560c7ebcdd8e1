const space = 'jardins-de-vaise';

/** name, path below /espace/, and what is done before the picture is taken. */
export const screens = [
  { name: 'spaces', path: '' },
  { name: 'home', path: `${space}/` },
  { name: 'lost', path: `${space}/nulle-part` },
  { name: 'help', path: `${space}/`, act: (page) => page.keyboard.press('?') },
  { name: 'account', path: `${space}/`, act: (page) => page.getByRole('button', { name: 'Votre compte' }).click() },
  { name: 'profile', path: `${space}/reglages` },
  { name: 'members', path: `${space}/reglages/membres` },
  { name: 'invite', path: `${space}/reglages/membres`, act: (page) => page.getByRole('button', { name: 'Inviter une personne' }).click() },
];
