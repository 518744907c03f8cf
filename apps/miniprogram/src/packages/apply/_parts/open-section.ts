import type { SectionId } from '@/application/sections/section';
import type { FormPlace } from '@/application/send/form-place';
import { goTo } from '@/platform/navigate';
import type { RouteName } from '@/routes';

const PAGES: Record<SectionId, RouteName> = {
  where: 'where',
  who: 'member',
  members: 'members',
  income: 'income',
  assets: 'assets',
  spending: 'spending',
  story: 'story',
  relatives: 'relatives',
  bank: 'bank',
  sign: 'sign',
  evidence: 'evidence',
};

export const openSection = (id: SectionId): void => goTo(PAGES[id], id === 'who' ? { id: 'm1' } : {});

/** Opens the very screen on which a field stands. */
export function openPlace({ section, memberId, field }: FormPlace): void {
  if (!memberId) goTo(PAGES[section], field ? { field } : {});
  else goTo(section === 'income' ? 'income' : 'member', { id: memberId, ...(field && { field }) });
}
