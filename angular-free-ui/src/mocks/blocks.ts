/** A page with one block of every kind, to look at the editor. */
const alt = (text: string) => ({ kind: 'text', text });

export const everyBlock = [
  { id: 'e1', type: 'text', v: 1, markdown: '## Tous les blocs\n\nUne page qui les montre tous.' },
  {
    id: 'e2',
    type: 'gallery',
    v: 1,
    title: 'La fête du quai',
    items: [
      { id: 'g1', media: 'media:m1', alt: alt('Deux jardiniers sous le soleil'), caption: 'Au travail' },
      { id: 'g2', media: 'media:m2', alt: alt('') },
      { id: 'g3', media: 'media:m3', alt: alt('') },
    ],
  },
  { id: 'e3', type: 'video', v: 1, url: 'https://tube.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d', title: 'Le jardin en deux minutes' },
  { id: 'e4', type: 'map', v: 1, title: 'Nous trouver', address: '3 quai de la Gare, 75013 Paris' },
  { id: 'e5', type: 'agenda', v: 1, max: 4 },
  { id: 'e6', type: 'quote', v: 1, markdown: 'Ici, on sème aussi des amitiés.', author: 'Fatou, jardinière', source: 'Le bulletin du quartier' },
  {
    id: 'e7',
    type: 'faq',
    v: 1,
    title: 'On nous demande souvent',
    items: [
      { id: 'q1', question: 'Faut-il savoir jardiner ?', markdown: 'Non. On apprend **ensemble**, le samedi.' },
      { id: 'q2', question: 'Combien coûte l’adhésion ?', markdown: 'Le prix est libre, à partir d’un euro.' },
    ],
  },
  {
    id: 'e8',
    type: 'team',
    v: 1,
    title: 'Le bureau',
    items: [
      { id: 't1', name: 'Léa Bonnet', role: 'Présidente', media: 'media:m1', alt: { kind: 'decorative' } },
      { id: 't2', name: 'Karim Haddad', role: 'Trésorier', email: 'karim@example.org' },
    ],
  },
  { id: 'e9', type: 'partners', v: 1, title: 'Ils nous soutiennent', items: [{ id: 'p1', name: 'La mairie', media: 'media:m2', link: 'https://exemple.fr' }] },
  {
    id: 'e10',
    type: 'figures',
    v: 1,
    items: [
      { id: 'f1', value: '120', label: 'familles' },
      { id: 'f2', value: '0,5 ha', label: 'cultivés ensemble' },
      { id: 'f3', value: '2019', label: 'année du premier semis' },
    ],
  },
  {
    id: 'e11',
    type: 'steps',
    v: 1,
    title: 'Adhérer',
    items: [
      { id: 's1', title: 'Venez un samedi', markdown: 'Entre 10 h et midi, sans rendez-vous.' },
      { id: 's2', title: 'Choisissez une parcelle', markdown: '' },
    ],
  },
  { id: 'e12', type: 'toc', v: 1 },
  { id: 'e13', type: 'separator', v: 1 },
  {
    id: 'e14',
    type: 'commitments',
    v: 1,
    title: 'Ce que la mairie a promis',
    items: [
      { id: 'c1', title: 'Une prise d’eau au jardin', state: 'in-progress', who: 'Mairie du 13ᵉ', due: '2027-03-31' },
      { id: 'c2', title: 'Un local pour les outils', state: 'late' },
    ],
  },
  { id: 'e15', type: 'courses', v: 1, items: [{ id: 'k1', course: 'course:publier-sa-page-d-accueil' }] },
  { id: 'e16', type: 'guides', v: 1, items: [] },
  { id: 'e17', type: 'callout', v: 1, kind: 'warning', title: 'Jardin fermé', markdown: 'Le samedi 12, pour cause de concert.', until: '2026-01-31' },
  { id: 'e18', type: 'callout', v: 1, kind: 'success', markdown: 'La subvention est arrivée.', until: '2030-01-31', audience: 'members' },
];
