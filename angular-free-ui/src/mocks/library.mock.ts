import type { Card, CommonsItem, Guide, Submission } from '@/modules/library/api';
import type { Answers } from './index';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const card: Card = {
  audienceMin: 20, audienceMax: 120, durationMinutes: 150, difficulty: 'Easy', costEuros: 40,
  material: ['Des tables rondes', 'Des nappes en papier et des feutres'],
  steps: [{ text: 'Accueillir, présenter la question et les règles', minutes: 15 }, { text: 'Trois tours de table, chacun change de table à chaque tour', minutes: 75 }, { text: 'Récolter les idées et voter avec des gommettes', minutes: 40 }],
  variants: [], pitfalls: ['Une question trop large : personne ne sait par où commencer.'],
};
const body = JSON.stringify({ schema: 'page/1', lang: 'fr', blocks: [{ id: 'b1', type: 'text', v: 1, markdown: '## Avant\n\nChoisissez **une seule question**, assez ouverte pour que chacun ait son mot à dire.\n\n- prévenir le quartier trois semaines avant\n- trouver six personnes pour tenir les tables' }] });
const guide: Guide = {
  id: 'g1', title: 'Tenir un café-débat qui donne la parole à tous', aim: 'Faire parler cent personnes en deux heures, sans micro ni tribune.', kind: 'Method', state: 'ChangesRequested', language: 'fr',
  licence: 'CC-BY-SA-4.0', themes: ['democratie', 'animation'], spaceRevision: 2, commonsRevision: null, commonsPath: null, hasUnpublishedChanges: true, isAdaptation: true, lastModificationTime: ago(14),
  tags: [], card, body, authorName: 'Odile Perrin', reviewBy: null, isWithdrawn: false, curatorMessage: 'Très utile ! Dites combien de personnes il faut pour tenir les tables.',
  attributions: [
    {
      sourceId: 's1', kind: 'Adapted', title: 'Le café-monde', authorName: 'Karim Haddad', ownerName: 'Repair Café de la Butte', licence: 'CC-BY-SA-4.0', licenceUrl: '', path: '/bibliotheque/le-cafe-monde', revision: 1, isWithdrawn: false, hasNewerRevision: true,
      text: 'Adapté de « Le café-monde », par Karim Haddad (Repair Café de la Butte), CC-BY-SA-4.0.',
    },
  ],
  allowedLicences: ['CC-BY-SA-4.0'], concurrencyStamp: 'a',
};
const guides = [guide, { ...guide, id: 'g2', title: 'Ouvrir une permanence numérique', aim: 'Aider ses voisins avec leur téléphone, le samedi matin.', kind: 'Tool', state: 'Published', commonsPath: '/bibliotheque/permanence', isAdaptation: false }, { ...guide, id: 'g3', title: 'Ce que la fête de 2025 nous a appris', aim: '', kind: 'ActionReport', state: 'Draft', isAdaptation: false },
  { ...guide, id: 'g4', title: 'Prêter des outils entre voisins', state: 'Submitted', isWithdrawn: true, curatorMessage: null, attributions: [] },
  { ...guide, id: 'g5', title: 'Compter les oiseaux du parc', state: 'Archived', isWithdrawn: true, curatorMessage: 'Une photo sans accord.', attributions: [] }] satisfies Guide[];
const item = (over: Partial<CommonsItem>): CommonsItem => ({
  id: 'c1', slug: 'le-cafe-monde', path: '/bibliotheque/le-cafe-monde', title: 'Le café-monde', aim: 'Faire parler cent personnes en deux heures.', kind: 'Method', themes: ['democratie'], language: 'fr', licence: 'CC-BY-SA-4.0',
  ownerName: 'Repair Café de la Butte', authorName: 'Karim Haddad', durationMinutes: 150, adaptationCount: 14, publishedTime: ago(9000), ...over,
});
const submission: Submission = { ...guide, id: 's1', ownerName: 'Les Jardins partagés de Vaise', state: 'Pending', revision: 2, creationTime: ago(700), summary: 'Première version après trois essais.', message: null, bodyHtml: '' };

export default {
  'GET /api/library/guide': ({ query }) => ({ totalCount: guides.length, items: guides.filter((one) => one.title.toLowerCase().includes((query.get('filter') ?? '').toLowerCase())) }),
  'GET /api/library/guide/*': ({ match }) => guides.find((one) => one.id === match[1]) ?? new Response(null, { status: 404 }),
  'PUT /api/library/guide/*': ({ body: saved }) => saved,
  'POST /api/library/guide/*/take-back': () => ({ ...guide, state: 'Published' }),
  'POST /api/library/guide/adapt': () => guide,
  'GET /api/library/commons-public': ({ query }) => ({
    totalCount: 3, nextCursor: null, isPartial: false, didYouMean: query.get('query') === 'demokratie' ? 'démocratie' : null,
    kinds: [{ value: 'Method', count: 2 }, { value: 'Tool', count: 1 }], themes: [{ value: 'democratie', count: 2 }],
    items: [item({}), item({ id: 'c2', slug: 'b', title: 'Une réunion à la fois dans la salle et à distance', aim: 'Que celles et ceux qui sont chez eux comptent autant que les autres.', adaptationCount: 3, durationMinutes: 90 }), item({ id: 'c3', slug: 'c', title: 'La liste à cocher de l’assemblée générale', kind: 'Checklist', aim: 'Ne rien oublier, de la convocation au procès-verbal.', durationMinutes: null, adaptationCount: 0 })],
  }),
  'GET /api/library/guide-curation': () => ({ totalCount: 1, items: [submission] }),
  'GET /api/library/guide-curation/*': () => submission,
} satisfies Answers;
