import type { Answers } from './index';

const dayOf = (back: number) => new Date(Date.UTC(2026, 10, 25 - back)).toISOString().slice(0, 10);
const points = Array.from({ length: 30 }, (_, at) => ({ day: dayOf(29 - at), visits: [12, 30, 8, 0, 45, 61, 22][at % 7] ?? 0 }));

const domain = {
  displayName: 'www.les-jardins-du-quai.fr',
  name: 'www.les-jardins-du-quai.fr',
  isPrimary: false,
  proofName: '_capacitoyenne.www.les-jardins-du-quai.fr',
  proofValue: 'capacitoyenne=0f3c9a4e7b1d48c2a9e6d5f4b3a29187',
  target: 'les-jardins-du-quai.sites.example.org',
  addresses: ['192.0.2.7', '2001:db8::7'],
  checkedTime: null as string | null,
  detachTime: null as string | null,
  heldUntil: null as string | null,
};
const domains = [
  { ...domain, id: 'd1', state: 'Pending', pointsHere: null },
  { ...domain, id: 'd2', state: 'Active', name: 'jardins.org', displayName: 'jardins.org', pointsHere: true, checkedTime: '2026-11-25T04:17:00Z' },
  { ...domain, id: 'd3', state: 'ProofMissing', name: 'xn--fte-du-quai-nbb.fr', displayName: 'fête-du-quai.fr', pointsHere: true, checkedTime: '2026-11-25T04:17:00Z', detachTime: '2026-12-02T04:17:00Z' },
];
const statement = { state: 'NotAudited', auditDay: null, auditor: null, rate: null, isPublicService: false };

export default {
  'GET /api/sites/site-statistics': () => ({
    thisWeek: 312,
    weekBefore: 272,
    points,
    pages: [
      { key: '/', title: 'Accueil', visits: 210 },
      { key: '/actualites/la-fete-du-jardin', title: 'La fête du jardin aura lieu le 6 juin', visits: 84 },
      { key: '/contact', title: 'Contact', visits: 18 },
    ],
    referrers: [{ key: 'mairie10.paris.fr', title: null, visits: 41 }],
    missing: [
      { path: '/2019/05/nous-contacter.html', visits: 14, proposedTarget: 'page:contact', proposedTitle: 'Contact' },
      { path: '/inscription-2024', visits: 9, proposedTarget: null, proposedTitle: null },
    ],
  }),
  'POST /api/sites/former-address': ({ body }) => ({ id: 'f1', path: body['path'], target: body['target'] }),
  'GET /api/sites/site-domain': () => ({ items: domains }),
  'POST /api/sites/site-domain': ({ body }) => ({ ...domains[0], id: 'd4', name: body['name'], displayName: body['name'] }),
  'POST /api/sites/site-domain/*/check': ({ match }) => ({ ...domains.find((one) => one.id === match[1]), state: 'Active', pointsHere: true, checkedTime: '2026-11-25T10:00:00Z' }),
  'POST /api/sites/site-domain/*/make-primary': () => ({ items: domains }),
  'GET /api/sites/accessibility-statement': () => statement,
  'PUT /api/sites/accessibility-statement': ({ body }) => Object.assign(statement, body),
} satisfies Answers;
