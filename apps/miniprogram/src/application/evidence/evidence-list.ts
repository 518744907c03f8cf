import type { DraftForm, EvidenceKind } from '@assist/contracts';
import { membersOf } from '../draft/edits.ts';
import { calledName, listed } from '../words/lists.ts';

/** One kind of evidence worth having for this household. Nothing here is required: no clause lets a missing paper stop an application. */
export interface WantedEvidence {
  readonly about: EvidenceKind;
  /** Whose, or which; one short line. */
  readonly hint: string;
}

/** Income that no office knows of: pensions and insurance are looked up (SAL2026-62). */
const WITH_SLIP = ['wage', 'flexible-work', 'property', 'land', 'compensation', 'support', 'business'];
const LOOKED_UP = ['pension', 'basic-pension', 'unemployment-insurance'];

/** What would help the township, from what was entered; never what the cross-check finds out by itself. */
export function wantedEvidence(form: DraftForm): WantedEvidence[] {
  const members = membersOf(form);
  const names = (of: typeof members) => `${listed(of.map(calledName), 2, '人')}的`;
  const disabled = members.filter((m) => m.disability);
  const ill = members.filter((m) => m.illness !== undefined && m.illness !== 'none');
  const paid = members.filter((m) => m.income?.some((i) => WITH_SLIP.includes(i.kind)));
  const medical = form.spending?.some((s) => s.kind === 'medical' && s.amount > 0);
  const schooling = form.spending?.some((s) => s.kind === 'education' && s.amount > 0);
  return [
    { about: 'identity', hint: '每个人的，没有的跳过' },
    ...(disabled.length ? [{ about: 'disability' as const, hint: names(disabled) }] : []),
    ...(ill.length || medical ? [{ about: 'medical' as const, hint: ill.length ? names(ill) : '近 12 个月自己付的' }] : []),
    ...(schooling ? [{ about: 'education' as const, hint: '近 12 个月自己付的' }] : []),
    ...(paid.length ? [{ about: 'income' as const, hint: `${names(paid)}，有就拍` }] : []),
    { about: 'housing', hint: '家里的样子，租房就拍合同' },
    { about: 'other', hint: '您想给镇上看的' },
  ];
}

/** What nobody has to bring, because the township looks it up, in words; only what this household has. */
export function lookedUp(form: DraftForm): string[] {
  const { financial, vehicles, dwellings, businesses } = form.assets ?? {};
  const pensions = membersOf(form).some((m) => m.income?.some((i) => LOOKED_UP.includes(i.kind)));
  return [
    '户口',
    ...(pensions ? ['养老金、失业金'] : []),
    ...(dwellings?.length ? ['房子'] : []),
    ...(vehicles?.length ? ['车'] : []),
    ...(financial ? ['存款'] : []),
    ...(businesses ? ['开的店和公司'] : []),
  ];
}
