import type { Answers } from './index';

const space = { tenantId: 't1', slug: 'jardins-de-vaise', name: 'Les Jardins partagés de Vaise', roles: ['admin'] };
const other = { tenantId: 't2', slug: 'repair-cafe', name: 'Repair Café de la Butte', roles: ['communicator'] };
const profile = {
  tenantId: 't1',
  name: 'Les Jardins partagés de Vaise',
  slug: 'jardins-de-vaise',
  town: 'Lyon 9e',
  contactName: 'Léa Bonnet',
  contactEmail: 'bonjour@jardins-de-vaise.example',
  rnaNumber: null,
  address: '12 rue du Bourbonnais\n69009 Lyon',
  phone: null,
  directorOfPublication: 'Odile Perrin',
  legalNoticeComplete: false,
  isConfirmed: true,
  concurrencyStamp: 'a',
};
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

export default {
  'GET /api/associations/session': ({ path }) => ({
    path,
    user: { id: 'u1', name: 'Léa Bonnet', email: 'lea@example.org', emailConfirmed: false, language: 'fr' },
    memberships: [space, other],
    currentSpace: location.pathname.includes(other.slug) ? other : space,
    grantedPermissions: [
      'Associations.Space', 'Associations.Members', 'Associations.Members.Invite', 'Associations.Members.Manage',
      'Associations.Profile', 'Associations.Profile.Update', 'Associations.Profile.ChangeSlug',
      'Mailing.Contacts', 'Mailing.Contacts.Manage', 'Mailing.Contacts.Import', 'Mailing.Contacts.Export', 'Mailing.Lists', 'Mailing.Lists.Manage',
      'Mailing.Campaigns', 'Mailing.Campaigns.Edit', 'Mailing.Campaigns.Send', 'Mailing.Settings',
      'Library.Guides', 'Library.Guides.Write', 'Library.Guides.Publish', 'Library.Guides.Submit',
      'Learning.Courses', 'Learning.Courses.Write', 'Learning.Courses.Publish', 'Learning.Results', 'Learning.Tasks.Check',
      'Sites.Pages', 'Sites.Pages.Edit', 'Sites.Pages.Publish', 'Sites.Posts', 'Sites.Posts.Edit', 'Sites.Posts.Publish', 'Sites.Media', 'Sites.Media.Edit',
      'Sites.Events', 'Sites.Events.Edit', 'Sites.Events.Publish', 'Sites.Site', 'Sites.Site.Update', 'Sites.Statistics', 'Sites.Domains', 'Sites.Domains.Update',
    ],
    hubRoles: ['coordinator'],
  }),
  'GET /api/associations/first-step': () => ({
    items: [
      { name: 'sites.home-page-published', title: 'Mettez votre page d’accueil en ligne', done: true, link: 'site', lessonLink: '/formations/publier-sa-page-d-accueil', order: 10 },
      { name: 'sites.legal-notice', title: 'Complétez les mentions légales', done: false, link: 'reglages', lessonLink: null, order: 20 },
      { name: 'mailing.contacts-imported', title: 'Importez votre carnet d’adresses', done: false, link: 'carnet/importer', lessonLink: '/formations/importer-ses-contacts', order: 30 },
      { name: 'mailing.first-campaign', title: 'Envoyez votre première lettre', done: false, link: 'lettres', lessonLink: '/formations/ecrire-une-lettre', order: 40 },
      { name: 'associations.second-admin', title: 'Confiez un double des clés', done: false, link: 'reglages/membres', lessonLink: null, order: 50 },
    ],
  }),
  'GET /api/associations/association-profile': () => profile,
  'PUT /api/associations/association-profile': ({ body }) => Object.assign(profile, body),
  'GET /api/associations/member': () => ({
    totalCount: 3,
    items: [
      { id: 'm1', userId: 'u1', name: 'Léa Bonnet', email: 'lea@example.org', emailConfirmed: false, roles: ['admin'], creationTime: ago(90_000), isYou: true },
      { id: 'm2', userId: 'u2', name: 'Karim Haddad', email: 'karim.haddad@example.org', emailConfirmed: true, roles: ['editor', 'communicator'], creationTime: ago(50_000), isYou: false },
      { id: 'm3', userId: 'u3', name: 'Odile Perrin', email: 'odile.perrin@example.org', emailConfirmed: true, roles: ['trainer'], creationTime: ago(4000), isYou: false },
    ],
  }),
  'GET /api/associations/invitation': () => ({
    totalCount: 1,
    items: [{ id: 'i1', email: 'fatou.diallo@example.org', roles: ['communicator'], creationTime: ago(1500), expirationTime: ago(-18_000), isExpired: false, invitedBy: 'Léa Bonnet' }],
  }),
  'POST /api/associations/invitation': ({ body }) => ({ id: 'i2', ...body }),
  'POST /api/associations/account/send-confirmation': () => undefined,
} satisfies Answers;
