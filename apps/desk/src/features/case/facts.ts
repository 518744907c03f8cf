import { type CaseView, type EvidenceKind, type MemberForm, PAYOUT_NAMES } from '@assist/contracts';
import { INCOME_WORDS } from '../../components/income-words.ts';
import { appliesAsText, filledInFacts } from './filled-in-facts.ts';
import {
  ABSENCE_WORDS,
  DISABILITY_WORDS,
  EMERGENCY_WORDS,
  GRADE_WORDS,
  ILLNESS_WORDS,
  paperText,
  phoneText,
  placeText,
  RELATION_WORDS,
  SCHOOLING_WORDS,
  SELF_CARE_WORDS,
  SPENDING_WORDS,
  VEHICLE_WORDS,
  WORK_WORDS,
  yuan,
} from './words.ts';

/** How a fact stands: with papers beside it, only said, said to be none, or not said yet. */
export type FactStanding = 'papers' | 'said' | 'none' | 'not-said';

export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly standing: FactStanding;
  /** Photos that may show it. */
  readonly fileIds: readonly string[];
  /** Where it came from, if the person did not write it. */
  readonly source?: { readonly from: string; readonly on: string };
  /** The person says that it is wrong, and what they say instead. */
  readonly disputed?: string;
}
export interface FactGroup {
  readonly title: string;
  readonly facts: readonly Fact[];
}
export interface FactSheet {
  readonly groups: readonly FactGroup[];
  readonly papers: number;
  readonly notSaid: number;
}

type Files = CaseView['files'];

const filesOf = (files: Files, about: EvidenceKind, memberId?: string): string[] =>
  files.filter((f) => f.about === about && (f.memberId === undefined || f.memberId === memberId)).map((f) => f.fileId);

function fact(id: string, label: string, value: string | undefined, fileIds: readonly string[] = [], none = false): Fact {
  const standing: FactStanding = fileIds.length ? 'papers' : value === undefined ? 'not-said' : none ? 'none' : 'said';
  return { id, label, value: value ?? '没填', standing, fileIds };
}

function incomeFacts(m: MemberForm, files: Files): Fact[] {
  const papers = filesOf(files, 'income', m.id);
  const id = `${m.id}.income`;
  if (m.income === undefined) return [fact(id, m.name, undefined, papers)];
  const rows = m.income.map((i, n) =>
    fact(`${id}.${n}`, `${m.name}，${INCOME_WORDS[i.kind]}`, i.per === 'year' ? `一年 ${yuan(i.amount)}` : yuan(i.amount), papers),
  );
  if (!rows.length) rows.push(fact(id, m.name, '说没有', papers, true));
  if (m.workCosts) rows.push(fact(`${m.id}.workCosts`, `${m.name}，干活要花的`, yuan(m.workCosts)));
  return rows;
}

function propertyFacts(form: CaseView['form'], files: Files): Fact[] {
  const papers = filesOf(files, 'property');
  const housing = filesOf(files, 'housing');
  const { financial, vehicles, dwellings, businesses } = form.assets ?? {};
  const rows = [fact('assets.financial', '存款、理财、保险', financial === undefined ? undefined : yuan(financial), papers)];
  if (vehicles === undefined || vehicles.length === 0)
    rows.push(fact('assets.vehicles', '车', vehicles ? '说没有' : undefined, papers, vehicles !== undefined));
  for (const [n, v] of (vehicles ?? []).entries())
    rows.push(
      fact(
        `assets.vehicles.${n}`,
        VEHICLE_WORDS[v.kind],
        `${v.presentValue === undefined ? '没填值多少' : `现在值 ${yuan(v.presentValue)}`}${v.valueEvidence ? '，说有凭据' : ''}`,
        papers,
      ),
    );
  if (dwellings === undefined || dwellings.length === 0)
    rows.push(fact('assets.dwellings', '房子', dwellings ? '说没有' : undefined, housing, dwellings !== undefined));
  for (const [n, d] of (dwellings ?? []).entries())
    rows.push(
      fact(
        `assets.dwellings.${n}`,
        `住房 ${n + 1}`,
        `${d.squareMetres === undefined ? '没填面积' : `${d.squareMetres} ㎡`}${d.dangerous ? '，危房' : ''}`,
        housing,
      ),
    );
  rows.push(
    fact(
      'assets.businesses',
      '名下企业',
      businesses === undefined ? undefined : businesses ? `${businesses} 家` : '说没有',
      papers,
      businesses === 0,
    ),
  );
  return rows;
}

const SPENDING_PAPERS: Partial<Record<string, EvidenceKind>> = {
  medical: 'medical',
  education: 'education',
  'disability-rehabilitation': 'disability',
};

function spendingFacts(form: CaseView['form'], files: Files): Fact[] {
  if (form.spending === undefined || form.spending.length === 0)
    return [fact('spending', '大的花费', form.spending ? '说没有' : undefined, [], form.spending !== undefined)];
  return form.spending.map((s, n) => {
    const who = form.members.find((m) => m.id === s.member)?.name;
    const about = SPENDING_PAPERS[s.kind];
    return fact(
      `spending.${n}`,
      `${who ? `${who}，` : ''}${SPENDING_WORDS[s.kind]}`,
      yuan(s.amount),
      about ? filesOf(files, about, s.member) : [],
    );
  });
}

function bodyFacts(m: MemberForm, files: Files): Fact[] {
  const rows: Fact[] = [];
  const push = (key: string, value: string | undefined, about?: EvidenceKind): void => {
    if (value !== undefined) rows.push(fact(`${m.id}.${key}`, m.name, value, about ? filesOf(files, about, m.id) : []));
  };
  push('work', m.work && WORK_WORDS[m.work]);
  push(
    'disability',
    m.disability ? `${DISABILITY_WORDS[m.disability.category]}${GRADE_WORDS[m.disability.grade]}残疾` : undefined,
    'disability',
  );
  push('illness', m.illness && m.illness !== 'none' ? ILLNESS_WORDS[m.illness] : undefined, 'medical');
  push('bedridden', m.bedriddenMonths ? `卧床 ${m.bedriddenMonths} 个月` : undefined);
  push('self-care', m.cannotDoAlone?.length ? `自己做不了：${m.cannotDoAlone.map((x) => SELF_CARE_WORDS[x]).join('、')}` : undefined);
  push('schooling', m.schooling && m.schooling !== 'none' ? SCHOOLING_WORDS[m.schooling] : undefined, 'education');
  push('absence', m.absence && m.absence !== 'none' ? ABSENCE_WORDS[m.absence] : undefined);
  push('receives', m.receives?.length ? `说在领：${m.receives.join('、')}` : undefined);
  return rows;
}

function supporterFacts(form: CaseView['form']): Fact[] {
  if (!form.supporters?.length)
    return [fact('supporters', '亲属', form.supporters ? '说没有' : undefined, [], form.supporters !== undefined)];
  return form.supporters.map((s) => {
    const able = s.ableToSupport === undefined ? '' : s.ableToSupport ? '，说给得起' : '，说给不起';
    const willing = s.wouldAgree === undefined ? '' : s.wouldAgree ? '，愿意核对（要他本人同意）' : '，不愿意核对';
    return fact(s.id, RELATION_WORDS[s.relation], `${s.pays === undefined ? '没填给多少' : `每月给 ${yuan(s.pays)}`}${able}${willing}`);
  });
}

const ACCOUNT_END = 4;
function declaredFacts({ staffRelatives, payout, members }: CaseView['form']): Fact[] {
  const whose = payout?.memberId && members.find((m) => m.id === payout.memberId)?.name;
  const account = payout?.account && `尾号 ${payout.account.slice(-ACCOUNT_END)}`;
  return [
    fact(
      'staffRelatives',
      '经办、村社干部里的近亲属',
      staffRelatives && (staffRelatives.has ? `说有${staffRelatives.who ? `：${staffRelatives.who}` : ''}` : '说没有'),
      [],
      staffRelatives?.has === false,
    ),
    fact('payout', '钱发到哪里', payout && [PAYOUT_NAMES[payout.way], whose, payout.bank, account].filter(Boolean).join('，')),
  ];
}

function paperFacts(form: CaseView['form'], files: Files): Fact[] {
  return form.members.flatMap((m) => [
    ...(m.paper ? [fact(`${m.id}.paper`, m.name, paperText(m.paper), filesOf(files, 'identity', m.id))] : []),
    ...(m.phone ? [fact(`${m.id}.phone`, `${m.name}，电话`, phoneText(m.phone))] : []),
  ]);
}

const ASKED: Readonly<Record<string, string>> = {
  'no-adult': '家里没有大人，谁在照顾',
  'many-members': '人很多，再问过',
  'very-high-income': '收入很高，再问过',
};

const askedFacts = (form: CaseView['form']): Fact[] =>
  (form.confirmations ?? []).map((c) => fact(`asked.${c.question}`, ASKED[c.question] ?? '再问过', c.answer || '说是这样'));

function placeFacts(form: CaseView['form'], files: Files, names: Readonly<Record<string, string>>): Fact[] {
  const area = form.area && { urban: '城市', rural: '农村' }[form.area];
  const rows = [fact('residence', '现在住', form.residence && placeText(form.residence, names), filesOf(files, 'housing'))];
  if (area) rows.push(fact('area', '按哪种', area));
  for (const m of form.members) {
    if (m.registration)
      rows.push(
        fact(`${m.id}.registration`, `${m.name}，户口`, placeText(m.registration, names), filesOf(files, 'household-register', m.id)),
      );
    if (m.residence) rows.push(fact(`${m.id}.residence`, `${m.name}，另住`, placeText(m.residence, names)));
  }
  return rows;
}

function emergencyFacts(form: CaseView['form'], names: Readonly<Record<string, string>>): Fact[] {
  const e = form.emergency;
  if (!e) return [];
  return [
    fact('emergency', '遇到的事', `${EMERGENCY_WORDS[e.kind]}${e.startedOn ? `，${e.startedOn} 起` : ''}${e.urgent ? '，等不得' : ''}`),
    ...(e.place ? [fact('emergency.place', '出事的地方', placeText(e.place, names))] : []),
  ];
}

/** Groups what was sent as the case page lists it. Nothing is added, weighed or left out. */
export function factSheet(view: Pick<CaseView, 'form' | 'files' | 'placeNames'>): FactSheet {
  const { form, files, placeNames = {} } = view;
  const groups: FactGroup[] = [
    { title: '怎么申请', facts: form.appliesAs ? [fact('appliesAs', '低保', appliesAsText(form))] : [] },
    { title: '收入，每月', facts: form.members.flatMap((m) => incomeFacts(m, files)) },
    { title: '财产', facts: propertyFacts(form, files) },
    { title: '近 12 个月自己花的', facts: spendingFacts(form, files) },
    { title: '不住一起的亲属', facts: supporterFacts(form) },
    { title: '近亲属和收款', facts: declaredFacts(form) },
    { title: '替他填上的', facts: filledInFacts(view) },
    { title: '干活、身体、上学', facts: form.members.flatMap((m) => bodyFacts(m, files)) },
    { title: '遇到的急事', facts: emergencyFacts(form, placeNames) },
    { title: '再问过的', facts: askedFacts(form) },
    { title: '住处和户口', facts: placeFacts(form, files, placeNames) },
    { title: '证件和电话', facts: paperFacts(form, files) },
  ].filter((g) => g.facts.length > 0);
  const all = groups.flatMap((g) => g.facts);
  return {
    groups,
    papers: all.filter((f) => f.standing === 'papers').length,
    notSaid: all.filter((f) => f.standing === 'not-said').length,
  };
}

/** The same sheet with only some facts; groups that become empty go. */
export function onlyFacts(sheet: FactSheet, which: 'all' | 'papers' | 'not-said'): readonly FactGroup[] {
  if (which === 'all') return sheet.groups;
  return sheet.groups.map((g) => ({ ...g, facts: g.facts.filter((f) => f.standing === which) })).filter((g) => g.facts.length);
}
