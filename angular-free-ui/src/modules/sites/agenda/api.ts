import { http } from '@/framework/api/http';
import type { CountedPage } from '@/framework/usePagedList';

export const agendaPermissions = {
  events: 'Sites.Events',
  editEvents: 'Sites.Events.Edit',
  publishEvents: 'Sites.Events.Publish',
  registrations: 'Sites.Events.Registrations',
} as const;

/** By the clocks of Paris: `2026-12-01`, `19:00:00`. Without times: whole days, the last one included. */
export interface EventTimes {
  startDay: string;
  startTime: string | null;
  endDay: string;
  endTime: string | null;
}

export type Weekday = 'Sunday' | 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday';

export interface Recurrence {
  kind: 'Weekly' | 'MonthlyByWeekday' | 'MonthlyByDate';
  interval: number;
  weekdays: Weekday[];
  isLast: boolean;
  until: string | null;
  count: number | null;
}

export type EventChangeKind = 'Removed' | 'Cancelled' | 'Moved';

export interface EventItem {
  id: string;
  title: string;
  path: string;
  /** In words. */
  when: string;
  nextDay: string;
  placeName: string | null;
  category: string | null;
  isPublished: boolean;
  isCancelled: boolean;
  isRecurring: boolean;
  hasRegistration: boolean;
}

export interface SaveEvent {
  title: string;
  markdown: string | null;
  times: EventTimes;
  recurrence: Recurrence | null;
  placeName: string | null;
  placeAddress: string | null;
  remoteUrl: string | null;
  category: string | null;
  image: string | null;
  imageAlt: string | null;
  /** It tells nothing that has to be described. */
  imageIsDecorative: boolean;
  hasRegistration: boolean;
  seats: number | null;
  maxPersons: number;
  retentionDays: number;
  concurrencyStamp?: string;
}

export interface AgendaEvent extends Omit<EventItem, 'hasRegistration' | 'placeName' | 'category'>, SaveEvent {
  cancellationReason: string | null;
  wasPublished: boolean;
  concurrencyStamp: string;
}

export interface Occurrence {
  /** Names it. */
  day: string;
  times: EventTimes;
  when: string;
  change: EventChangeKind | null;
  reason: string | null;
  confirmed: number;
  waiting: number;
}

export const isHeld = (date: Occurrence) => date.change !== 'Cancelled' && date.change !== 'Removed';

/** How many people are on the lists of dates that are held and not over on that day. */
export const peopleOf = (dates: readonly Occurrence[], from = '') => dates.filter((date) => isHeld(date) && date.times.endDay >= from).reduce((sum, date) => sum + date.confirmed + date.waiting, 0);

export interface Registration {
  id: string;
  day: string;
  name: string;
  email: string | null;
  persons: number;
  message: string | null;
  state: 'Confirmed' | 'Waiting' | 'Cancelled';
  creationTime: string;
}

/** Those who signed up are written to when time or place change, unless it is said otherwise. */
interface Telling {
  tellsMoves?: boolean;
}

const root = '/api/sites';

export const eventsApi = {
  list: (isOver: boolean, skipCount: number, filter = '') => http.get<CountedPage<EventItem>>(`${root}/event`, { isOver, skipCount, maxResultCount: 50, filter }),
  get: (id: string) => http.get<AgendaEvent>(`${root}/event/${id}`),
  create: (event: SaveEvent) => http.post<AgendaEvent>(`${root}/event`, event),
  update: (id: string, event: SaveEvent & Telling) => http.put<AgendaEvent>(`${root}/event/${id}`, event),
  publish: (id: string) => http.post<AgendaEvent>(`${root}/event/${id}/publish`),
  unpublish: (id: string) => http.post<AgendaEvent>(`${root}/event/${id}/unpublish`),
  cancel: (id: string, reason: string) => http.post<AgendaEvent>(`${root}/event/${id}/cancel`, { reason }),
  restore: (id: string) => http.post<AgendaEvent>(`${root}/event/${id}/restore`),
  remove: (id: string) => http.delete(`${root}/event/${id}`),
  occurrences: (id: string) => http.get<{ items: Occurrence[] }>(`${root}/event/${id}/occurrences`),
  changeOccurrence: (id: string, change: { day: string; kind: EventChangeKind | null; reason?: string | null; times?: EventTimes } & Telling) =>
    http.post<AgendaEvent>(`${root}/event/${id}/change-occurrence`, change),
  categories: () => http.get<{ items: { name: string; slug: string }[] }>(`${root}/event/categories`),
};

/** All of an event's, page by page: the sheet for the door is whole, or it is not there. */
async function allRegistrations(eventId: string): Promise<Registration[]> {
  // Somebody who signs up meanwhile moves others to the next page: each stands here once.
  const found = new Map<string, Registration>();
  for (let skipCount = 0; ; ) {
    const { items, totalCount } = await http.get<CountedPage<Registration>>(`${root}/registration`, { eventId, skipCount, maxResultCount: 200 });
    for (const one of items) found.set(one.id, one);
    skipCount += items.length;
    if (items.length === 0 || skipCount >= totalCount) return [...found.values()];
  }
}

export const registrationsApi = {
  all: allRegistrations,
  add: (registration: { eventId: string; day: string; name: string; email: string | null; persons: number }) => http.post<Registration>(`${root}/registration`, registration),
  remove: (id: string) => http.delete(`${root}/registration/${id}`),
  file: (eventId: string) => `${root}/event/${eventId}/registrations.csv`,
};
