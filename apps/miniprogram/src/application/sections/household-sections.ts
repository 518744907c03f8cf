import type { DraftForm, MemberForm } from '@assist/contracts';
import type { Fen } from '@assist/policy';
import { yuanInDigits } from '../../wording/amount.ts';
import type { Beside } from '../draft/draft-record.ts';
import { membersOf } from '../draft/edits.ts';
import { incomeTold } from '../draft/said.ts';
import { calledName, listed, whoseWhat } from '../words/lists.ts';
import type { Section } from './section.ts';

/** Answers about a person that the rules or the township ask for, in the order of the screens. */
const ASKED: readonly [keyof MemberForm, string][] = [
  ['birthDate', '出生日期'],
  ['disability', '有没有残疾证'],
  ['illness', '身体怎么样'],
  ['work', '能不能干活'],
];

/** What is not said yet about one person. */
export const openAbout = (m: MemberForm): string[] => [
  ...(m.name.trim() ? [] : ['姓名']),
  ...(m.id === 'm1' || m.paper || m.paperKept ? [] : ['证件']),
  ...ASKED.filter(([key]) => m[key] === undefined).map(([, name]) => name),
];

export function whoSection(form: DraftForm, identity: 'none' | 'claimed' | 'verified' | 'unknown'): Section {
  const self = membersOf(form)[0];
  const open = self ? openAbout(self) : ['姓名'];
  // Who they are is asked before it is sent, wherever they stand: it is not among what can come later.
  const unknown = identity === 'none' || identity === 'unknown';
  const untouched = !self || (Object.keys(self).length === 3 && !self.name.trim());
  return {
    id: 'who',
    status: open.length === 0 && !unknown ? 'done' : untouched ? 'not-started' : 'partly',
    hint: self?.name.trim() ? `${self.name.trim()}本人` : '写上您自己',
    missing: open.map((what) => whoseWhat('您', what)),
  };
}

export function membersSection(form: DraftForm, beside: Beside): Section {
  const others = membersOf(form).slice(1);
  const missing = others.flatMap((m) => {
    const open = openAbout(m);
    return open.length ? [whoseWhat(calledName(m), listed(open, 1))] : [];
  });
  const named = beside.everyoneNamed === true;
  const all = named ? missing : ['还有没有别的人', ...missing];
  return {
    id: 'members',
    status: all.length === 0 ? 'done' : others.length || named ? 'partly' : 'not-started',
    // How many they are is said by the person, not by us: nobody lives alone for having named nobody yet.
    hint:
      missing[0] && others.length ? `还差${missing[0]}` : others.length || named ? `${membersOf(form).length} 口人` : '写上一起吃住的人',
    missing: all,
  };
}

const monthly = (m: MemberForm): number =>
  (m.income ?? []).reduce((sum, i) => sum + (i.per === 'month' ? (i.amount ?? 0) : (i.amount ?? 0) / 12), 0);

/** Income of all members a month, fen, as entered; an estimate for reading back, not the rules' income. */
export const monthlyIncome = (form: DraftForm): Fen => Math.round(membersOf(form).reduce((sum, m) => sum + monthly(m), 0)) as Fen;

/** Relatives outside the household are not asked about yet, or not to the end. */
export const supportersOpen = (form: DraftForm): boolean =>
  form.supporters === undefined || form.supporters.some((s) => s.pays === undefined || s.ableToSupport === undefined);

export function incomeSection(form: DraftForm): Section {
  const all = membersOf(form);
  const open = all.filter((m) => !incomeTold(m));
  const said = all.length - open.length;
  const relatives = supportersOpen(form);
  const whose = [...open.map(calledName), ...(relatives ? ['不住一起的亲人'] : [])];
  return {
    id: 'income',
    status: said === 0 ? 'not-started' : whose.length ? 'partly' : 'done',
    hint: said === 0 ? '' : whose.length ? `还差${listed(whose, 2)}` : `一个月共 ${yuanInDigits(monthlyIncome(form))} 元`,
    missing: [...open.map((m) => `${calledName(m)}的收入`), ...(relatives ? ['不住一起的亲人给多少'] : [])],
  };
}
