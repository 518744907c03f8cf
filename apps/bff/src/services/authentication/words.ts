import type { AuthenticationRow } from './count-contact.ts';

/** Who did it with or for the person. */
export const BY_WORDS: Readonly<Record<AuthenticationRow['role'], string>> = {
  self: '本人',
  family: '家里人帮忙',
  guardian: '监护人',
  neighbour: '别人帮忙',
  staff: '工作人员',
  source: '别的单位见过',
};

export const dayWords = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
