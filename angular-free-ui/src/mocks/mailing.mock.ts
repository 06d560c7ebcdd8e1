import type { Campaign, CampaignCounts, Contact, ContactImport } from '@/modules/mailing/api';
import type { Answers } from './index';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const lists = [
  { id: 'l1', name: 'Actualités', description: 'La lettre du jardin, une fois par mois.', isPublic: true, memberCount: 184, creationTime: ago(90_000), concurrencyStamp: 'a' },
  { id: 'l2', name: 'Bureau', description: 'Présidence, trésorerie, secrétariat.', isPublic: false, memberCount: 6, creationTime: ago(80_000), concurrencyStamp: 'a' },
  { id: 'l3', name: 'Bénévoles du samedi', description: null, isPublic: false, memberCount: 22, creationTime: ago(70_000), concurrencyStamp: 'a' },
];
const people: [string, string, string, Contact['status']][] = [
  ['Amina', 'Benali', 'amina.benali@example.org', 'Active'],
  ['Bérénice', 'Œuvrard', 'berenice@example.org', 'Active'],
  ['Chloé', 'Nguyen', 'chloe.nguyen@example.org', 'Unconfirmed'],
  ['Didier', 'L’Hermitte', 'didier.lhermitte@example.org', 'Unsubscribed'],
  ['', '', 'contact@centre-social.example.org', 'Active'],
  ['Étienne', 'Garçon', 'etienne.garcon@example.org', 'Suppressed'],
  ['Fatou', 'Diallo', 'fatou.diallo@example.org', 'Active'],
  ['Gaël', 'Le Goff', 'gael@example.org', 'Active'],
];
const contacts: Contact[] = people.map(([firstName, lastName, email, status], index) => ({
  id: `c${index}`, email, firstName: firstName || null, lastName: lastName || null, language: 'fr', notes: null, status, source: 'import', creationTime: ago(10_000), pausedUntil: null,
  lists: index % 3 === 0 ? [{ id: 'l1', name: 'Actualités' }, { id: 'l2', name: 'Bureau' }] : [{ id: 'l1', name: 'Actualités' }],
  consents: [
    { id: `k${index}`, purpose: 'Information', method: 'Imported', grantedTime: ago(10_000), withdrawnTime: status === 'Unsubscribed' ? ago(300) : null, textVersion: null, proof: 'Bulletins d’adhésion 2025, case « je veux recevoir les nouvelles » cochée.' },
  ],
  tags: index % 2 === 0 ? [{ id: 't1', name: 'Bénévole' }] : [], fields: { quartier: 'Vaise', adherent_depuis: '2021-04-03' },
  concurrencyStamp: 'a',
}));
const noCounts: CampaignCounts = { total: 0, queued: 0, inDoubt: 0, accepted: 0, delivered: 0, bounced: 0, complained: 0, skipped: 0, refused: 0, cancelled: 0 };
const text = (id: string, markdown: string) => ({ id, type: 'text', v: 1, markdown });
const content = JSON.stringify({
  schema: 'page/1', lang: 'fr',
  blocks: [
    text('b1', '## Les semis sont lancés\n\nBonjour {{firstName|chers amis}},\n\nLa serre est pleine : **tomates, basilic, cosmos**. Venez repiquer samedi dès 9 h.'),
    { id: 'b2', type: 'button', v: 1, label: 'Je viens samedi', target: 'https://example.org/samedi' },
  ],
});
const campaign = (over: Partial<Campaign>): Campaign => ({
  id: 'k1', name: '', subject: 'Les semis sont lancés', previewText: null, fromName: null, replyTo: null, purpose: 'Information', language: 'fr', listIds: ['l1'], segmentId: null, content,
  status: 'Draft', scheduledTime: null, sentTime: null, creationTime: ago(3000), lastModificationTime: ago(12), pauseReason: null, counts: noCounts, resendOfId: null, kind: 'Letter', isInArchive: false, recallableUntil: null, concurrencyStamp: 'a', ...over,
});
const campaigns = [
  campaign({}),
  campaign({ id: 'k2', subject: 'Assemblée générale le 12 décembre', purpose: 'Statutory', status: 'Scheduled', scheduledTime: ago(-9), lastModificationTime: ago(1) }),
  campaign({ id: 'k3', subject: 'On a besoin de bras pour la cabane', status: 'Sending', counts: { ...noCounts, total: 184, queued: 60, accepted: 90, delivered: 33, inDoubt: 1 } }),
  campaign({ id: 'k4', subject: 'Merci pour la fête d’automne', status: 'Sent', sentTime: ago(40_000), counts: { ...noCounts, total: 180, accepted: 4, delivered: 169, bounced: 3, inDoubt: 1, skipped: 2, complained: 1 } }),
  campaign({ id: 'k5', subject: 'Convocation à l’assemblée générale', purpose: 'Statutory', listIds: [] }),
];
const counts = { total: 206, created: 181, updated: 9, unchanged: 4, duplicates: 5, refused: 7, keptUnsubscribed: 3, keptSuppressed: 1, remarks: 0 };
const column = (header: string, field: ContactImport['columns'][number]['field'], ...samples: string[]) => ({ header, field, contactFieldId: null, samples });
const anImport = (over: Partial<ContactImport>): ContactImport => ({
  id: 'i1', fileName: 'adherents-2026.csv', status: 'Uploaded', separator: ';', encoding: 'windows-1252', hasHeader: true, recognisedTool: null,
  columns: [
    column('Courriel', 'Email', 'amina.benali@example.org', 'berenice@example.org'), column('Prénom', 'FirstName', 'Amina', 'Bérénice'),
    column('NOM', 'LastName', 'BENALI', 'ŒUVRARD'), column('Cotisation', 'Ignore', '15 €', '10 €'), column('Désabonné ?', 'Unsubscribed', '', 'oui'),
  ],
  counts, processedLines: 0, totalLines: 206, listId: null, creationTime: ago(2), endTime: null, errorCode: null, ...over,
});
const imports: Record<string, ContactImport> = {
  i1: anImport({}),
  i2: anImport({ id: 'i2', status: 'Checked' }),
  i3: anImport({ id: 'i3', status: 'Running', processedLines: 120 }),
  i4: anImport({ id: 'i4', status: 'Completed', endTime: ago(1) }),
};
const refused = [
  { lineNumber: 14, text: 'Jean;MARTIN;jean.martin@', reasonCode: 'Mailing:Import:EmailInvalid', reason: 'Cette adresse n’est pas complète.' },
  { lineNumber: 57, text: 'Sylvie;ROUX;', reasonCode: 'Mailing:Import:EmailMissing', reason: 'Il n’y a pas d’adresse.' },
];

const tags = [{ id: 't1', name: 'Bénévole', contactCount: 4 }, { id: 't2', name: 'Presse', contactCount: 1 }];
const fields = [
  { id: 'f1', name: 'quartier', label: 'Quartier', type: 'Choice', choices: ['Vaise', 'Gorge de Loup', 'Valmy'], concurrencyStamp: 'a' },
  { id: 'f2', name: 'adherent_depuis', label: 'Adhérent depuis', type: 'Date', choices: [], concurrencyStamp: 'a' },
  { id: 'f3', name: 'parcelle', label: 'A une parcelle', type: 'YesNo', choices: [], concurrencyStamp: 'a' },
];
const segments = [
  {
    id: 's1', name: 'Bénévoles de Vaise', creationTime: ago(9000), concurrencyStamp: 'a',
    rule: { match: 'All', groups: [
      { match: 'All', conditions: [{ subject: 'Field', operator: 'Is', referenceId: 'f1', value: 'Vaise' }, { subject: 'Tag', operator: 'Is', referenceId: 't1', value: '' }] },
      { match: 'Any', conditions: [{ subject: 'Joined', operator: 'WithinDays', referenceId: null, value: '365' }, { subject: 'Consent', operator: 'Is', referenceId: null, value: 'Appeal' }] },
    ] },
  },
  { id: 's2', name: 'Sans la dernière lettre', creationTime: ago(900), concurrencyStamp: 'a', rule: { match: 'All', groups: [{ match: 'All', conditions: [{ subject: 'Campaign', operator: 'IsNot', referenceId: 'k3', value: '' }] }] } },
];
const events = [
  { kind: 'Letter', time: ago(60), name: 'Les semis sont lancés', campaignId: 'k3', state: 'Delivered', purpose: null, method: null, detail: null },
  { kind: 'ListJoined', time: ago(5000), name: 'Actualités', campaignId: null, state: null, purpose: null, method: null, detail: null },
  { kind: 'ConsentGiven', time: ago(10_000), name: null, campaignId: null, state: null, purpose: 'Information', method: 'Imported', detail: 'Bulletins d’adhésion 2025, case cochée.' },
  { kind: 'Added', time: ago(10_000), name: 'import', campaignId: null, state: null, purpose: null, method: null, detail: null },
];

export default {
  'GET /api/mailing/contact-field': () => ({ items: fields }),
  'GET /api/mailing/tag': () => ({ items: tags }),
  'GET /api/mailing/segment': () => ({ items: segments }),
  'GET /api/mailing/segment/*': ({ match }) => segments.find((one) => one.id === match[1]) ?? new Response(null, { status: 404 }),
  'POST /api/mailing/segment/preview': () => ({ count: { count: 23, isMore: false }, contacts }),
  'GET /api/mailing/contact/count': () => ({ count: 206, isMore: false }),
  'POST /api/mailing/contact/apply': () => ({ count: 2, contactIds: ['c0', 'c1'] }),
  'GET /api/mailing/contact-history/*': () => ({ items: events, nextCursor: null }),
  'GET /api/mailing/contact-duplicate': () => ({ items: [{ isLikely: true, contacts: [contacts[1], { ...contacts[1], id: 'c9', email: 'b.oeuvrard@example.com' }] }] }),
  'POST /api/mailing/contact-duplicate/preview': () => ({ contact: contacts[1], agreed: ['Information'], lostEmail: 'b.oeuvrard@example.com' }),
  'GET /api/mailing/contact': ({ query }) => {
    const filter = (query.get('filter') ?? '').toLowerCase();
    return { items: contacts.filter((one) => JSON.stringify(one).toLowerCase().includes(filter) && (!query.get('status') || one.status === query.get('status'))), nextCursor: null };
  },
  'GET /api/mailing/contact/*': ({ match }) => contacts.find((one) => one.id === match[1]) ?? new Response(null, { status: 404 }),
  'POST /api/mailing/contact': () =>
    new Response(JSON.stringify({ status: 403, code: 'Mailing:EmailInvalid', detail: 'Cette adresse n’est pas complète : il manque ce qui suit @.', errors: { email: ['Cette adresse n’est pas complète : il manque ce qui suit @.'] } }), {
      status: 403, headers: { 'content-type': 'application/problem+json' },
    }),
  'GET /api/mailing/mailing-list': () => ({ items: lists }),
  'GET /api/mailing/contact-import': () => ({ items: Object.values(imports) }),
  'GET /api/mailing/contact-import/*': ({ match }) => imports[match[1] ?? ''] ?? new Response(null, { status: 404 }),
  'GET /api/mailing/contact-import/*/refused-lines': () => ({ items: refused, nextCursor: null }),
  'POST /api/mailing/contact-import/*/check': () => imports['i2'],
  'GET /api/mailing/campaign': () => ({ items: campaigns, nextCursor: null }),
  'GET /api/mailing/campaign/*': ({ match }) => campaigns.find((one) => one.id === match[1]) ?? new Response(null, { status: 404 }),
  'PUT /api/mailing/campaign/*': ({ body }) => body,
  'GET /api/mailing/campaign/*/preview': () => ({
    subject: 'Les semis sont lancés', previewText: 'La serre est pleine', from: 'Les Jardins partagés de Vaise <lettres@hub.example>', html: '', htmlBytes: 18_000,
    text: 'Les semis sont lancés\n\nBonjour chers amis,\n\nLa serre est pleine : tomates, basilic, cosmos.\nVenez repiquer samedi dès 9 h.\n\nJe viens samedi : https://example.org/samedi\n',
  }),
  'GET /api/mailing/campaign/*/preflight': () => ({
    canSend: true, recipients: 184, graceMinutes: 10,
    items: [
      { code: 'Subject', level: 'Ok', message: 'L’objet est écrit.' },
      { code: 'Audience', level: 'Ok', message: 'La liste « Actualités » : 184 personnes acceptent cette lettre.' },
      { code: 'Images', level: 'Warning', message: 'Une image n’a pas de description : qui ne voit pas l’image ne saura pas ce qu’elle montre.' },
      { code: 'Size', level: 'Ok', message: '18 Ko : les messageries ne la couperont pas.' },
    ],
  }),
  'GET /api/mailing/campaign/*/recipients': () => ({
    items: contacts.map((one, index) => ({ id: `r${index}`, email: one.email, state: (['Delivered', 'Delivered', 'Accepted', 'Skipped', 'InDoubt', 'Bounced'] as const)[index % 6], reason: index === 5 ? '550 5.1.1 user unknown' : null, lastChangeTime: ago(35 + index) })),
    nextCursor: null,
  }),
  'GET /api/mailing/approval/*': ({ match }) =>
    match[1] === 'k5' ? { isRequired: true, state: 'Asked', askedBy: 'Bérénice', askedTime: ago(30), answeredBy: null, answeredTime: null, word: null, mayAnswer: true, readers: 1 } : new Response(null, { status: 404 }),
  'POST /api/mailing/approval/*/approve': () =>
    new Response(JSON.stringify({ status: 409, code: 'Mailing:ApprovalOutdated', detail: 'Cette lettre a changé depuis que vous l’avez ouverte : rechargez la page et relisez-la avant de répondre.' }), {
      status: 409, headers: { 'content-type': 'application/problem+json' },
    }),
  'GET /api/mailing/campaign/*/progress': () => new Response(null, { status: 503 }),
  'GET /api/mailing/mailing-settings': () => ({ fromName: null, replyTo: null, postalAddress: null, graceMinutes: 10, requiresApproval: false, measuresLetters: false }),
} satisfies Answers;
