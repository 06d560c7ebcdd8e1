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
  { name: 'site-pages', path: `${space}/site` },
  { name: 'site-new', path: `${space}/site`, act: (page) => page.getByRole('button', { name: 'Nouvelle page' }).click() },
  { name: 'site-page', path: `${space}/site/pages/p2`, act: (page) => page.locator('.ProseMirror').first().click() },
  {
    name: 'site-page-columns',
    path: `${space}/site/pages/p2`,
    act: async (page) => {
      await page.locator('[data-block=b6] .ProseMirror').click();
      await page.locator('[data-block=b4]').evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'site-page-end',
    path: `${space}/site/pages/p2`,
    act: async (page) => {
      await page.locator('.ProseMirror').first().waitFor();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    },
  },
  {
    name: 'site-page-insert',
    path: `${space}/site/pages/p2`,
    act: async (page) => {
      await page.locator('.ProseMirror').first().click();
      await page.getByRole('button', { name: 'Ajouter ici' }).first().click();
    },
  },
  {
    name: 'site-page-link',
    path: `${space}/site/pages/p2`,
    act: async (page) => {
      await page.locator('.ProseMirror').first().click();
      await page.keyboard.press('Control+k');
    },
  },
  { name: 'site-publish', path: `${space}/site/pages/p2`, act: (page) => page.getByRole('button', { name: 'Mettre en ligne' }).click() },
  {
    name: 'site-revisions',
    path: `${space}/site/pages/p2`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Autres actions' }).click();
      await page.getByRole('menuitem', { name: 'Historique' }).click();
      await page.locator('dialog ol button').nth(2).click();
    },
  },
  { name: 'site-posts', path: `${space}/site/articles` },
  { name: 'site-media', path: `${space}/site/medias` },
  {
    name: 'site-look',
    path: `${space}/site/apparence`,
    act: async (page) => {
      await page.getByLabel('Couleur des boutons et des liens, code').fill('#ffc933');
      await page.waitForTimeout(400);
    },
  },
];
