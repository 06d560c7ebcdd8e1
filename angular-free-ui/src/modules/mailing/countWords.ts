import { t } from '@/framework/i18n';
import { count as number } from '@/framework/time';
import type { ContactCount } from './bookApi';

/** « 212 personnes », « plus de 10 000 personnes » */
export const countWords = ({ count, isMore }: ContactCount) =>
  isMore ? t('segments.moreThan', { count: number(count) }) : t('segments.count', { count: number(count) }, count);
