import type { Answers } from './index';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

const garden = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 832 420"><rect width="832" height="420" fill="#fde08a"/><circle cx="640" cy="90" r="84" fill="#ff905c"/>
<path d="M0 240q208-60 416-10t416-30v220H0Z" fill="#7bd498"/><path d="M0 330q208-70 416-20t416-10v120H0Z" fill="#2f8d5a"/><circle cx="360" cy="200" r="28" fill="#4a1f78"/>
<path d="M322 360l10-120h58l14 120Z" fill="#4a1f78"/><circle cx="502" cy="218" r="26" fill="#4a1f78"/><path d="M470 360l12-100h48l12 100Z" fill="#1f4fbf"/></svg>`;
const picture = URL.createObjectURL(new Blob([garden], { type: 'image/svg+xml' }));

const common = { isDecorative: false, caption: null, credit: null, consentNote: null, consentUntil: null, focusX: 50, focusY: 50, hasVariants: true, deletionTime: null, concurrencyStamp: '1' };
const media = [
  { fileName: 'jardin-mai.jpg', alt: 'Deux jardiniers sous le soleil, devant les carrés de culture', credit: 'Léa Bonnet', focusX: 40, focusY: 60 },
  { fileName: 'IMG_2041.jpg', alt: null },
  { fileName: 'fete-du-quai.jpg', alt: 'La grande tablée de la fête du quai', consentNote: 'Tout le monde, à l’entrée', consentUntil: '2024-06-30' },
  { fileName: 'Compte rendu de l’AG 2026.pdf', alt: null, kind: 'Document', contentType: 'application/pdf', url: '/media/0/0/compte-rendu.pdf', size: 2_412_000 },
  { fileName: 'budget.ods', alt: null, kind: 'Document', contentType: 'application/vnd.oasis.opendocument.spreadsheet', url: '/media/0/0/budget.ods', size: 48_000 },
].map((file, index) => ({
  ...common,
  id: `m${index + 1}`,
  urn: `media:m${index + 1}`,
  kind: 'Picture',
  contentType: 'image/jpeg',
  width: file.kind === undefined ? 1600 : 0,
  height: file.kind === undefined ? 810 : 0,
  size: 412_000,
  url: picture,
  thumbnailUrl: file.kind === undefined ? picture : '',
  creationTime: ago(index * 40),
  ...file,
}));
const uses = [
  { kind: 'page', title: 'Nous rejoindre', link: 'site/pages/p4' },
  { kind: 'letter', title: 'La lettre de mai', link: 'lettres/c1' },
];

export default {
  'GET /api/sites/media': ({ query }) => ({
    nextCursor: null,
    items: query.has('trash') || query.has('unused') ? [] : media.filter((file) => [null, file.kind].includes(query.get('kind')) && file.fileName.includes(query.get('filter') ?? '')),
  }),
  'GET /api/sites/media/quota': () => ({ usedBytes: 1_840_000_000, trashBytes: 12_000_000, maxBytes: 2_147_483_648 }),
  'GET /api/sites/media/many': ({ query }) => ({ items: media.filter((file) => query.get('ids')?.split(',').includes(file.id)) }),
  'GET /api/sites/media/*/usages': ({ match }) => ({ items: match[1] === 'm1' ? uses : [] }),
  'PUT /api/sites/media/*': ({ match, body }) => Object.assign(media.find((file) => file.id === match[1]) ?? {}, body),
} satisfies Answers;
