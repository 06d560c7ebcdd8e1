import type { Answer } from '@/framework/api/answer';
import type { components } from '@/framework/api/schema';
import { http } from '@/framework/api/http';
import type { CountedPage } from '@/framework/usePagedList';

type Schema = components['schemas'];

export const roles = ['admin', 'editor', 'communicator', 'trainer', 'member'] as const;
export type Role = (typeof roles)[number];

export type Member = Omit<Answer<Schema['MemberDto']>, 'roles'> & { roles: Role[] };

export type Invitation = Omit<Answer<Schema['InvitationDto']>, 'roles'> & { roles: Role[] };

export type Coordinator = Answer<Schema['CoordinatorDto']>;

export type Profile = Answer<Schema['AssociationProfileDto']>;

export const permissions = {
  members: 'Associations.Members',
  invite: 'Associations.Members.Invite',
  manage: 'Associations.Members.Manage',
  profile: 'Associations.Profile',
  updateProfile: 'Associations.Profile.Update',
  changeSlug: 'Associations.Profile.ChangeSlug',
  apiKeys: 'Associations.ApiKeys',
} as const;

const root = '/api/associations';

export const associationsApi = {
  members: (skipCount: number) => http.get<CountedPage<Member>>(`${root}/member`, { skipCount, maxResultCount: 50 }),
  updateMember: (id: string, chosen: readonly string[]) => http.put<Member>(`${root}/member/${id}`, { roles: chosen }),
  removeMember: (id: string) => http.delete(`${root}/member/${id}`),
  leave: () => http.post(`${root}/member/leave`),
  invitations: () => http.get<CountedPage<Invitation>>(`${root}/invitation`, { maxResultCount: 200 }),
  invite: (email: string, chosen: readonly string[]) => http.post<Invitation>(`${root}/invitation`, { email, roles: chosen }),
  resend: (id: string) => http.post<Invitation>(`${root}/invitation/${id}/resend`),
  revoke: (id: string) => http.delete(`${root}/invitation/${id}`),
  profile: () => http.get<Profile>(`${root}/association-profile`),
  updateProfile: (profile: Profile) => http.put<Profile>(`${root}/association-profile`, profile),
  changeSlug: (slug: string) => http.post<Profile>(`${root}/association-profile/change-slug`, { slug }),
  slugOf: (name: string) => http.get<{ slug: string; available: boolean; suggestion: string }>(`${root}/slug-availability`, { name }),
};

/** On the hub's side: who reviews what is shared. */
export const coordinatorsApi = {
  list: (skipCount: number) => http.get<CountedPage<Coordinator>>(`${root}/coordinator`, { skipCount, maxResultCount: 50 }),
  name: (email: string) => http.post<Coordinator>(`${root}/coordinator`, { email }),
  remove: (id: string) => http.delete(`${root}/coordinator/${id}`),
};
