import { http } from '@/framework/api/http';

export type StatisticsPeriod = 'Days' | 'Months';

export interface StatisticsRow {
  /** A path of the site, or the host of another one. */
  key: string;
  title: string | null;
  visits: number;
}

/** An address that leads nowhere, and the page or post that is called nearly so. */
export interface MissingPath {
  path: string;
  visits: number;
  proposedTarget: string | null;
  proposedTitle: string | null;
}

export interface SiteStatistics {
  /** Pages shown in the last seven days, today included, and in the seven before. */
  thisWeek: number;
  weekBefore: number;
  /** `day` is the day, or the first of the month. */
  points: { day: string; visits: number }[];
  pages: StatisticsRow[];
  referrers: StatisticsRow[];
  missing: MissingPath[];
}

export const statisticsApi = {
  get: (period: StatisticsPeriod) => http.get<SiteStatistics>('/api/sites/site-statistics', { period }),
  /** Readers of the path are sent to the page or post from now on. */
  send: (path: string, target: string) => http.post<{ id: string }>('/api/sites/former-address', { path, target }),
  takeBack: (id: string) => http.delete(`/api/sites/former-address/${id}`),
};
