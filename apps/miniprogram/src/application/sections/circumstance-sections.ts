import { type DraftForm, PAYOUT_NAMES } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { yuanInDigits } from '../../wording/amount.ts';
import type { Beside } from '../draft/draft-record.ts';
import { EMERGENCY_NAMES } from '../words/names.ts';
import type { Section, SectionId, SectionStatus } from './section.ts';

const passed = (beside: Beside, id: SectionId): boolean => beside.passed?.includes(id) === true;

export function whereSection(beside: Beside): Section {
  const routing = beside.routing;
  const done = routing?.kind === 'live' || (routing?.kind === 'choice' && beside.officeId !== undefined);
  const office =
    routing?.kind === 'live' || routing?.kind === 'not-live'
      ? routing.office
      : routing?.kind === 'choice'
        ? routing.offices.find((o) => o.id === beside.officeId)
        : undefined;
  const hint = office?.name ?? (routing?.kind === 'not-live' ? routing.placeName : '户口在哪、住在哪');
  return { id: 'where', status: done ? 'done' : routing ? 'partly' : 'not-started', hint, missing: done ? [] : ['户口在哪、住在哪'] };
}

export function assetsSection(form: DraftForm): Section {
  const assets = form.assets;
  const open = [
    ...(assets?.financial === undefined ? ['存款'] : []),
    ...(assets?.dwellings === undefined ? ['房子'] : []),
    ...(assets?.vehicles === undefined ? ['车'] : []),
    ...(assets?.businesses === undefined ? ['有没有开店开公司'] : []),
  ];
  return { id: 'assets', status: status(open.length, 4), hint: open.length === 4 ? '' : assetsText(form), missing: open };
}

/** `住房 1 套，没有车，存款 1,000 元`. */
export function assetsText({ assets }: DraftForm): string {
  const parts = [
    assets?.dwellings && (assets.dwellings.length ? `住房 ${assets.dwellings.length} 套` : '没有房子'),
    assets?.vehicles && (assets.vehicles.length ? `车 ${assets.vehicles.length} 辆` : '没有车'),
    assets?.financial !== undefined && (assets.financial ? `存款 ${yuanInDigits(assets.financial)} 元` : '没有存款'),
    assets?.businesses ? `开店开公司 ${assets.businesses} 家` : undefined,
  ];
  return parts.filter(Boolean).join('，');
}

export function spendingSection(form: DraftForm): Section {
  const said = form.spending !== undefined;
  const open = form.spending?.some((s) => s.amount === undefined) === true;
  return {
    id: 'spending',
    status: open ? 'partly' : said ? 'done' : 'not-started',
    hint: spendingText(form),
    missing: said && !open ? [] : ['看病上学的大开销'],
  };
}

export function spendingText({ spending }: DraftForm): string {
  if (!spending) return '';
  const sum = spending.reduce((total, s) => total + (s.amount ?? 0), 0) as Fen;
  return sum === 0 ? '没有' : `一年共 ${yuanInDigits(sum)} 元`;
}

export function storySection(form: DraftForm, beside: Beside): Section {
  const said = Boolean(form.story?.trim()) || form.emergency !== undefined;
  return {
    id: 'story',
    status: said || passed(beside, 'story') ? 'done' : 'not-started',
    hint: form.emergency
      ? EMERGENCY_NAMES[form.emergency.kind]
      : form.story?.trim()
        ? form.story.trim().slice(0, 12)
        : said
          ? ''
          : '没有就跳过',
    missing: [],
  };
}

export function relativesSection({ staffRelatives }: DraftForm): Section {
  return {
    id: 'relatives',
    status: staffRelatives ? 'done' : 'not-started',
    hint: staffRelatives ? (staffRelatives.has ? '有，照样办' : '没有') : '',
    missing: [],
  };
}

export function bankSection({ payout }: DraftForm): Section {
  const open = payout !== undefined && payout.way !== 'no-card' && !payout.account?.trim();
  return {
    id: 'bank',
    status: payout ? (open ? 'partly' : 'done') : 'not-started',
    hint: payout ? PAYOUT_NAMES[payout.way] : '可以以后再说',
    missing: [],
  };
}

const status = (open: number, of: number): SectionStatus => (open === 0 ? 'done' : open === of ? 'not-started' : 'partly');
