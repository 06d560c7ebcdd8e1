import { http } from '@/framework/api/http';

export type StatisticsPeriod = 'Days' | 'Months';

export interface StatisticsRow {
  /** A path of the site, or the host of another one. */
  key: string;
  title: string | null;
  visits: number;
}

export interface SiteStatistics {
  /** Pages shown in the last seven days, today included, and in the seven before. */
  thisWeek: number;
  weekBefore: number;
  /** `day` is the day, or the first of the month. */
  points: { day: string; visits: number }[];
  pages: StatisticsRow[];
  referrers: StatisticsRow[];
  missing: StatisticsRow[];
}

export const statisticsApi = {
  get: (period: StatisticsPeriod) => http.get<SiteStatistics>('/api/sites/site-statistics', { period }),
};
