const space = 'jardins-de-vaise';

/** name, path below /espace/, and what is done before the picture is taken. */
export const screens = [
  { name: 'spaces', path: '' },
  { name: 'home', path: `${space}/` },
  { name: 'lost', path: `${space}/nulle-part` },
  { name: 'help', path: `${space}/`, act: (page) => page.keyboard.press('?') },
  { name: 'account', path: `${space}/`, act: (page) => page.getByRole('button', { name: 'Votre compte' }).click() },
  // letters and address book
  { name: 'contacts', path: `${space}/carnet` },
  { name: 'contacts-nobody', path: `${space}/carnet?q=zzz` },
  { name: 'contact', path: `${space}/carnet/c3` },
  { name: 'contact-consents', path: `${space}/carnet/c3`, act: (page) => page.getByRole('button', { name: 'Envoyer le message de confirmation' }).scrollIntoViewIfNeeded() },
  {
    name: 'contact-new',
    path: `${space}/carnet/nouveau`,
    act: async (page) => {
      await page.getByLabel('Adresse électronique').fill('jean.martin@');
      await page.getByRole('button', { name: 'Ajouter au carnet' }).click();
    },
  },
  { name: 'lists', path: `${space}/carnet/listes` },
  { name: 'segments', path: `${space}/carnet/selections` },
  { name: 'segment', path: `${space}/carnet/selections/s1` },
  { name: 'contact-fields', path: `${space}/carnet/champs` },
  { name: 'contact-duplicates', path: `${space}/carnet/doublons` },
  { name: 'import-file', path: `${space}/carnet/importer` },
  { name: 'import-columns', path: `${space}/carnet/importer/i1` },
  { name: 'import-check', path: `${space}/carnet/importer/i2` },
  { name: 'import-running', path: `${space}/carnet/importer/i3` },
  { name: 'import-report', path: `${space}/carnet/importer/i4` },
  { name: 'campaigns', path: `${space}/lettres` },
  { name: 'campaign-edit', path: `${space}/lettres/k1` },
  { name: 'campaign-preview', path: `${space}/lettres/k1`, act: (page) => page.getByRole('button', { name: 'Aperçu' }).click() },
  { name: 'campaign-send', path: `${space}/lettres/k1`, act: (page) => page.getByRole('button', { name: 'Envoyer…' }).click() },
  {
    name: 'campaign-send-later',
    path: `${space}/lettres/k1`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Envoyer…' }).click();
      await page.getByLabel('Choisir le jour et l’heure').check();
      await page.getByLabel('Départ').fill('2027-06-05T18:00');
    },
  },
  {
    name: 'campaign-audience',
    path: `${space}/lettres/k1`,
    act: async (page) => {
      await page.getByRole('radio', { name: 'Certaines listes' }).check();
      for (const box of await page.locator('fieldset .lists input:checked').all()) await box.uncheck();
    },
  },
  { name: 'letters-automatic', path: `${space}/lettres/automatiques` },
  { name: 'letters-digest', path: `${space}/lettres/automatiques`, act: (page) => page.getByRole('button', { name: 'Modifier' }).click() },
  { name: 'campaign-test', path: `${space}/lettres/k1`, act: (page) => page.getByRole('button', { name: 'Envoyer un essai' }).first().click() },
  { name: 'agenda-event', path: `${space}/site/agenda/e1` },
  { name: 'agenda-event-picture', path: `${space}/site/agenda/e1`, act: (page) => page.getByText('Image décorative').scrollIntoViewIfNeeded() },
  {
    name: 'agenda-event-moves',
    path: `${space}/site/agenda/e1`,
    act: async (page) => {
      await page.getByLabel('Lieu', { exact: true }).fill('La serre');
      await page.getByText('Prévenir les 12').scrollIntoViewIfNeeded();
    },
  },
  { name: 'campaign-notice', path: `${space}/lettres/k5` },
  { name: 'campaign-outdated', path: `${space}/lettres/k5`, act: (page) => page.getByRole('button', { name: 'J’approuve' }).click() },
  { name: 'campaign-scheduled', path: `${space}/lettres/k2` },
  { name: 'campaign-sending', path: `${space}/lettres/k3` },
  { name: 'campaign-sent', path: `${space}/lettres/k4` },
  { name: 'mailing-settings', path: `${space}/reglages/lettres` },
  // library
  { name: 'guides', path: `${space}/bibliotheque` },
  { name: 'guide-new', path: `${space}/bibliotheque`, act: (page) => page.getByRole('button', { name: 'Écrire un guide' }).click() },
  { name: 'guide-edit', path: `${space}/bibliotheque/g1` },
  { name: 'guide-share', path: `${space}/bibliotheque/g1`, act: (page) => page.getByRole('button', { name: 'Partager…' }).click() },
  { name: 'guide-waiting', path: `${space}/bibliotheque/g4` },
  { name: 'guide-archived', path: `${space}/bibliotheque/g5` },
  { name: 'guide-archiving', path: `${space}/bibliotheque/g2`, act: async (page) => { await page.getByRole('main').getByRole('button', { name: 'Plus', exact: true }).click(); await page.getByRole('menuitem', { name: 'Ranger ce guide' }).click(); } },
  { name: 'guides-translate', path: `${space}/bibliotheque/communs`, act: (page) => page.getByRole('button', { name: /^Traduire/ }).first().click() },
  { name: 'guides-commons', path: `${space}/bibliotheque/communs?q=d%C3%A9bat` },
  { name: 'guides-curation', path: `${space}/bibliotheque/relecture` },
  { name: 'guides-submission', path: `${space}/bibliotheque/relecture/s1` },
  // courses
  { name: 'courses-catalogue', path: `${space}/formations` },
  { name: 'courses', path: `${space}/formations/les-notres` },
  { name: 'courses-edit', path: `${space}/formations/les-notres/c1` },
  { name: 'courses-results', path: `${space}/formations/les-notres/c1/resultats` },
  { name: 'courses-lesson', path: `${space}/formations/lecons/l1` },
  { name: 'courses-question', path: `${space}/formations/lecons/l1`, act: (page) => page.getByRole('button', { name: /^Modifier la question 1/ }).click() },
  {
    name: 'courses-gift',
    path: `${space}/formations/lecons/l1`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Importer des questions' }).click();
      await page.getByLabel('Le texte GIFT').fill('Qui compte ? {=deux personnes ~une}');
      await page.getByRole('button', { name: 'Vérifier' }).click();
    },
  },
  { name: 'profile', path: `${space}/reglages` },
  { name: 'members', path: `${space}/reglages/membres` },
  { name: 'invite', path: `${space}/reglages/membres`, act: (page) => page.getByRole('button', { name: 'Inviter une personne' }).click() },
  { name: 'site-pages', path: `${space}/site` },
  { name: 'found-visits', path: `${space}/site/visites` },
  { name: 'found-domains', path: `${space}/site/adresses` },
  { name: 'found-accessibility', path: `${space}/site/accessibilite`, act: (page) => page.getByLabel('Partiellement conforme').check() },
  { name: 'site-new', path: `${space}/site`, act: (page) => page.getByRole('button', { name: 'Nouvelle page' }).click() },
  { name: 'site-page', path: `${space}/site/pages/p2`, act: (page) => page.locator('.ProseMirror').first().click() },
  ...['e2', 'e7', 'e8', 'e10', 'e14'].map((id) => ({
    name: `site-blocks-${id}`,
    path: `${space}/site/pages/p3`,
    act: async (page) => {
      await page.locator(`[data-block=${id}] textarea`).first().click();
      await page.locator(`[data-block=${id}]`).evaluate((element) => element.scrollIntoView({ block: 'start' }));
    },
  })),
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
  {
    name: 'site-page-settings',
    path: `${space}/site/pages/p2`,
    act: async (page) => {
      await page.locator('.ProseMirror').first().click();
      await page.getByRole('button', { name: 'Réglages : Texte' }).first().click();
    },
  },
  {
    name: 'site-page-merge',
    path: `${space}/site/pages/p4`,
    act: async (page) => {
      await page.locator('.ProseMirror').first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type('Venez nombreux !');
      await page.getByText('Deux personnes ont écrit ici').waitFor();
    },
  },
  { name: 'site-menu', path: `${space}/site/menu` },
  { name: 'site-menu-add', path: `${space}/site/menu`, act: (page) => page.getByRole('button', { name: 'Ajouter au menu' }).click() },
  { name: 'site-trash', path: `${space}/site/corbeille` },
  { name: 'site-scheduled', path: `${space}/site/pages/p7` },
  { name: 'site-post-settings', path: `${space}/site/articles/a2`, act: (page) => page.getByLabel('Nouvelle catégorie').scrollIntoViewIfNeeded() },
  {
    name: 'site-publish-later',
    path: `${space}/site/pages/p3`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Mettre en ligne' }).click();
      await page.getByLabel('À une date que je choisis').check();
      await page.getByLabel('Mise en ligne le').fill('2027-06-05T18:00');
    },
  },
  { name: 'site-publish', path: `${space}/site/pages/p2`, act: (page) => page.getByRole('button', { name: 'Mettre en ligne' }).click() },
  {
    name: 'site-revisions',
    path: `${space}/site/pages/p2`,
    act: async (page) => {
      await page.getByRole('button', { name: 'Autres actions', exact: true }).click();
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
