import { everyBlock } from './blocks';
import type { Answers } from './index';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

const text = `## Un jardin, cent mains

Depuis **2019**, nous cultivons ensemble *un demi-hectare* au bord de la Saône. On y vient pour jardiner, pour apprendre — et pour le café du samedi.

- ouvert à toutes et à tous, sans expérience
- outils et graines prêtés
- adhésion à prix libre
`;
const document = JSON.stringify({
  schema: 'page/1',
  lang: 'fr',
  blocks: [
    { id: 'b1', type: 'text', v: 1, markdown: text },
    { id: 'b2', type: 'image', v: 1, media: 'media:m1', alt: { kind: 'text', text: '' }, caption: 'Le jardin en mai' },
    { id: 'b3', type: 'callout', v: 1, kind: 'info', title: 'Prochain chantier', markdown: 'Samedi 6 juin à 10 h. Apportez des gants et votre bonne humeur.' },
    {
      id: 'b4',
      type: 'columns',
      v: 1,
      columns: [
        [{ id: 'b5', type: 'text', v: 1, markdown: '### Le mercredi\n\nAtelier des enfants, de 14 h à 16 h.' }],
        [{ id: 'b6', type: 'text', v: 1, markdown: '### Le samedi\n\nChantier collectif et café, dès 10 h.' }],
      ],
    },
    { id: 'b7', type: 'button', v: 1, label: 'Adhérer à l’association', target: 'page:p7' },
    { id: 'b8', type: 'news', v: 1, max: 3 },
    { id: 'b9', type: 'agenda', v: 2, title: 'Les dates du printemps', max: 5 },
  ],
});
const altMissing = { path: '/blocks/1/alt', code: 'Sites:ImageAltMissing', message: 'Dites ce que montre l’image, ou qu’elle est décorative.', severity: 'BlocksPublishing' };

const page = (id: string, title: string, slug: string, state: 'draft' | 'online' | 'changed', hours: number, kind = 'Standard') => ({
  id,
  title,
  slug,
  kind,
  path: kind === 'Home' ? '/' : `/${slug}`,
  isPublished: state !== 'draft',
  hasChanges: state === 'changed',
  showInMenu: true,
  menuOrder: 0,
  publishedTime: state === 'draft' ? null : ago(hours),
  lastSavedTime: ago(hours),
  publishAt: id === 'p7' ? ago(-100) : null,
  unpublishAt: null,
  scheduleProblem: null,
  document,
  revision: 7,
  issues: id === 'p2' ? [altMissing] : [],
  wasMerged: false,
});
const pages = [
  page('p1', 'Accueil', 'accueil', 'online', 5, 'Home'),
  page('p2', 'Nous rejoindre', 'nous-rejoindre', 'draft', 1),
  page('p3', 'Le jardin de la Saône', 'le-jardin', 'online', 50),
  page('p4', 'Calendrier des ateliers', 'ateliers', 'changed', 72),
  page('p5', 'Nos partenaires', 'partenaires', 'online', 100),
  page('p6', 'Contact', 'contact', 'online', 160),
  page('p7', 'Adhérer', 'adherer', 'draft', 200),
  page('p8', 'Mentions légales', 'mentions-legales', 'online', 900, 'LegalNotice'),
];
Object.assign(pages.find(({ id }) => id === 'p3') ?? {}, { document: JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: everyBlock }) });
const posts = [
  { ...page('a1', 'La fête du jardin aura lieu le 6 juin', 'fete', 'draft', 2), path: '/actualites/fete', excerpt: null, authorName: 'Léa Bonnet' },
  { ...page('a2', 'Cent kilos de tomates', 'tomates', 'online', 60), path: '/actualites/tomates', excerpt: 'Une récolte record.', authorName: 'Karim Haddad' },
].map(({ kind, showInMenu, menuOrder, ...post }) => ({ ...post, of: [kind, showInMenu, menuOrder].length }));
const look = {
  name: 'Les Jardins partagés de Vaise',
  url: 'http://jardins-de-vaise.localhost:5000',
  isOnline: true,
  languages: ['fr', 'en'],
  language: 'fr',
  theme: 'papier',
  accentColor: null,
  headerColor: '#ffc933',
  fontPair: null,
  logoMediaId: null,
  logoUrl: null,
  themes: [
    { name: 'papier', title: 'Papier', description: 'Des feuilles de couleur.', accentColor: '#a81e4b', headerColor: '#ffd3dc', fontPair: 'bricolage' },
    { name: 'place', title: 'Place', description: 'Le journal du quartier.', accentColor: '#0b5d4b', headerColor: '#fbfcfa', fontPair: 'fraunces' },
    { name: 'affiche', title: 'Affiche', description: 'Une affiche collée au mur.', accentColor: '#c22a12', headerColor: '#c22a12', fontPair: 'fraunces' },
  ],
  fontPairs: [
    { name: 'bricolage', title: 'Bricolage Grotesque', text: 'Atkinson Hyperlegible', titleUrl: '', textUrl: '' },
    { name: 'fraunces', title: 'Fraunces', text: 'Source Serif', titleUrl: '', textUrl: '' },
  ],
  obstacles: [{ code: 'Sites:LegalNoticeIncomplete', message: 'Il manque l’adresse et la personne responsable de la publication.', link: 'reglages' }],
};
const entry = (target: string | null, label: string, children: unknown[] = []) => ({ target, title: null, label, isOnline: label !== 'Adhérer', children });
const menu = {
  concurrencyStamp: 'a',
  items: [
    entry('page:p1', 'Accueil'),
    entry('site:news', 'Actualités'),
    entry(null, 'Le jardin', [entry('page:p3', 'Le jardin de la Saône'), entry('page:p4', 'Calendrier des ateliers')]),
    entry('page:p7', 'Adhérer'),
    entry('https://www.helloasso.com/associations/jardins-de-vaise', 'Donner'),
  ],
};
const revisions = [7, 6, 5, 4].map((number, index) => ({ number, title: 'Nous rejoindre', creationTime: ago(index * 20 + 1), wasPublished: number === 5 }));

/** Somebody else changed the first block too. */
function conflict(item: { revision: number; title: string }, mine: string) {
  const { blocks } = JSON.parse(mine) as { blocks: { markdown?: string }[] };
  item.revision = 8;
  const theirs = { ...blocks[0], markdown: `${text}\n\nNouveau : un atelier bouturage le premier dimanche du mois.\n` };
  const data = { revision: 8, title: item.title, document: mine, conflicts: [{ blockId: 'b1', mine: JSON.stringify(blocks[0]), theirs: JSON.stringify(theirs) }] };
  return new Response(JSON.stringify({ status: 409, code: 'Sites:SaveConflict', data }), { status: 409, headers: { 'content-type': 'application/problem+json' } });
}

const answers: Answers = {
  'GET /api/sites/site': () => look,
  'PUT /api/sites/site/look': ({ body }) => Object.assign(look, body),
  'GET /api/sites/site/color-contrast': ({ query }) => {
    const pale = /^#f/i.test(query.get('color') ?? '') && query.get('use') === 'Accent';
    return { color: query.get('color'), use: query.get('use'), ratio: pale ? 1.5 : 7.4, passes: !pale, nearest: pale ? '#8a6a00' : query.get('color') };
  },
  'GET /api/sites/category': () => ({ items: [{ id: 'k1', name: 'Vie du quartier', slug: 'vie-du-quartier', path: '/actualites/categorie/vie-du-quartier', postCount: 2 }, { id: 'k2', name: 'Jardinage', slug: 'jardinage', path: '/actualites/categorie/jardinage', postCount: 0 }] }),
  'GET /api/sites/event/e1': () => ({
    id: 'e1', title: 'Fête des récoltes', path: '/agenda/fete-des-recoltes', when: 'samedi 25 septembre 2027 de 14 h à 18 h', nextDay: '2027-09-25', isPublished: true, isCancelled: false, isRecurring: false, wasPublished: true,
    cancellationReason: null, markdown: 'Venez **goûter** le jardin, et repartez avec vos graines.', times: { startDay: '2027-09-25', endDay: '2027-09-25', startTime: '14:00:00', endTime: '18:00:00' }, recurrence: null,
    placeName: 'Le jardin', placeAddress: '12, quai de la Saône', remoteUrl: null, category: null, image: 'media:m1', imageAlt: null, imageIsDecorative: false, hasRegistration: true, seats: null, maxPersons: 4, retentionDays: 30, concurrencyStamp: 'a',
  }),
  'GET /api/sites/event/e1/occurrences': () => ({
    items: [{ day: '2027-09-25', times: { startDay: '2027-09-25', endDay: '2027-09-25', startTime: '14:00:00', endTime: '18:00:00' }, when: 'samedi 25 septembre 2027', change: null, reason: null, confirmed: 12, waiting: 0 }],
  }),
  'GET /api/sites/event/categories': () => ({ items: [] }),
  'GET /api/sites/menu': () => menu,
  'PUT /api/sites/menu': ({ body }) => ({ items: body['items'], concurrencyStamp: 'b' }),
};
for (const [kind, list] of [['page', pages], ['post', posts]] as const) {
  const one = (id: string | undefined) => list.find((item) => item.id === id) ?? list[0];
  const root = `/api/sites/${kind}`;
  Object.assign(answers, {
    [`GET ${root}`]: ({ query }) => {
      const items = list.filter(({ title }) => title.toLowerCase().includes((query.get('filter') ?? '').toLowerCase()));
      return { totalCount: items.length, items };
    },
    [`GET ${root}/trash`]: () => ({ items: kind === 'page' ? [{ id: 't1', title: 'Programme 2024', path: '/programme-2024', wasPublished: true, deletionTime: ago(50), purgeTime: ago(-670) }] : [] }),
    [`GET ${root}/*`]: ({ match }) => one(match[1]),
    [`PUT ${root}/*`]: ({ match, body }) => {
      const item = one(match[1]);
      const asked = body as { title: string; document: string };
      if (item?.id === 'p4' && item.revision === 7) return conflict(item, asked.document);
      return item && Object.assign(item, { title: asked.title, document: asked.document, revision: item.revision + 1 });
    },
    [`POST ${root}`]: ({ body }) => ({ ...list[1], id: list[1]?.id, title: body['title'] }),
    [`POST ${root}/*/publish`]: ({ match, body }) => Object.assign(one(match[1]) ?? {}, { ...body, isPublished: true, hasChanges: false }),
    [`POST ${root}/*/schedule`]: ({ match, body }) => Object.assign(one(match[1]) ?? {}, body),
    [`POST ${root}/*/restore-from-trash`]: () => list[1],
    [`DELETE ${root}/*/for-good`]: () => null,
    [`DELETE ${root}/*`]: () => null,
    [`POST ${root}/*/set-menu`]: ({ match, body }) => Object.assign(one(match[1]) ?? {}, body),
    [`POST ${root}/*/change-slug`]: ({ match, body }) => Object.assign(one(match[1]) ?? {}, body),
    [`GET ${root}/*/revisions`]: () => ({ items: revisions }),
    [`GET ${root}/*/revision-difference`]: ({ query }) => ({ from: 4, to: Number(query.get('number')), title: null, blocks: [
      { blockId: 'b1', blockType: 'text', kind: 'Changed', parts: [{ text: 'On y vient ', kind: 'Same' }, { text: 'le dimanche', kind: 'Removed' }, { text: 'le samedi', kind: 'Added' }, { text: ' pour jardiner.', kind: 'Same' }] },
      { blockId: 'b2', blockType: 'image', kind: 'Added', parts: [{ text: 'Le jardin en mai', kind: 'Added' }] },
      { blockId: 'b7', blockType: 'button', kind: 'Moved', parts: [] },
    ] }),
    [`GET ${root}/*/revision`]: ({ query }) => ({ ...revisions.find((revision) => String(revision.number) === query.get('number')), document, text: text.replace(/[*#]/g, '') }),
  } satisfies Answers);
}
export default answers;
