import {
  type DraftForm,
  EVIDENCE_NAMES,
  EVIDENCE_WAY_NAMES,
  type MemberForm,
  PAYOUT_NAMES,
  type Place,
  PREFILLED_FIELD_NAMES,
} from '@assist/contracts';
import { RECIPIENT_KINDS } from '@assist/policy-chongqing/preview';
import { yuanInDigits } from '../../wording/amount.ts';
import { dayInWords } from '../../wording/day.ts';
import { membersOf } from '../draft/edits.ts';
import { calledName } from '../words/lists.ts';
import {
  ABSENCE_NAMES,
  DISABILITY_NAMES,
  EMERGENCY_NAMES,
  GRADE_NAMES,
  ILLNESS_NAMES,
  INCOME_NAMES,
  RELATION_NAMES,
  SCHOOLING_NAMES,
  SELF_CARE_NAMES,
  SPENDING_NAMES,
  VEHICLE_NAMES,
  WORK_NAMES,
} from '../words/names.ts';

export interface CopyLine {
  readonly name: string;
  readonly value: string;
}
export interface CopyGroup {
  readonly title: string;
  readonly lines: readonly CopyLine[];
}

/** Names of places by code, as far as the phone knows them. */
export type PlaceName = (code: string) => string | undefined;

/** Everything that was entered, for paper or for reading over. Numbers of papers are masked: at the window one shows the card itself. */
export function copyOf(form: DraftForm, placeName: PlaceName = () => undefined): CopyGroup[] {
  const groups = [
    {
      title: '住在哪里',
      lines: filled([
        ['现在住在', placeText(form.residence, placeName)],
        ['城里还是农村', form.area && { urban: '城里', rural: '农村' }[form.area]],
      ]),
    },
    ...membersOf(form).map((m) => ({ title: `${calledName(m)}（${RELATION_NAMES[m.relation]}）`, lines: memberLines(m, placeName) })),
    { title: '怎么申请', lines: filled([['申请低保', appliesAsText(form)]]) },
    { title: '替您填上、您说不对的', lines: disputedLines(form) },
    { title: '不住一起的亲人', lines: supporterLines(form) },
    { title: '房子、车、存款', lines: assetLines(form) },
    { title: '一年里的大开销', lines: (form.spending ?? []).map((s) => ({ name: SPENDING_NAMES[s.kind], value: amount(s.amount) })) },
    {
      title: '出了什么事',
      lines: filled([
        ['哪一样', form.emergency && EMERGENCY_NAMES[form.emergency.kind]],
        ['哪天开始', form.emergency?.startedOn && dayInWords(form.emergency.startedOn)],
        ['今天就要帮吗', yesNo(form.emergency?.urgent, '要', '能等')],
        ['自己的话', form.story],
      ]),
    },
    {
      title: '亲戚和收款',
      lines: filled([
        [
          '有亲戚管救助',
          form.staffRelatives &&
            (form.staffRelatives.has ? `有${form.staffRelatives.who?.trim() ? `，${form.staffRelatives.who.trim()}` : ''}` : '没有'),
        ],
        ['钱发到哪里', form.payout && PAYOUT_NAMES[form.payout.way]],
        ['哪家银行', form.payout?.bank?.trim()],
        ['卡号', form.payout?.account && `尾号 ${form.payout.account.slice(-4)}`],
      ]),
    },
    { title: '已收到的照片', lines: photoLines(form) },
    {
      title: '没有单子的',
      lines: (form.evidence ?? [])
        .filter((one) => one.way !== 'photo')
        .map(({ about, way, words }) => ({
          name: EVIDENCE_NAMES[about],
          value: [EVIDENCE_WAY_NAMES[way], words?.trim()].filter(Boolean).join('：'),
        })),
    },
  ];
  return groups.filter((g) => g.lines.length > 0);
}

/** The same as one text, to be copied or sent on by the person. */
export const copyText = (groups: readonly CopyGroup[]): string =>
  groups.map((g) => [`【${g.title}】`, ...g.lines.map((l) => `${l.name}：${l.value}`)].join('\n')).join('\n\n');

const filled = (pairs: readonly (readonly [string, string | undefined | false])[]): CopyLine[] =>
  pairs.flatMap(([name, value]) => (value ? [{ name, value }] : []));

const yesNo = (value: boolean | undefined, yes = '有', no = '没有'): string | undefined =>
  value === undefined ? undefined : value ? yes : no;
const amount = (fen: Parameters<typeof yuanInDigits>[0] | undefined): string => (fen === undefined ? '还没写' : `${yuanInDigits(fen)} 元`);

export function placeText(place: Place | undefined, placeName: PlaceName): string | undefined {
  if (!place) return undefined;
  const detail = place.detail ? `，${place.detail}` : '';
  if (place.kind === 'no-fixed-place') return `没有固定的地方${detail}`;
  if (place.kind === 'elsewhere') return `${place.province}${detail}`;
  return `重庆 ${placeName(place.divisionCode) ?? placeName(place.divisionCode.slice(0, 6)) ?? place.divisionCode}${detail}`;
}

function memberLines(m: MemberForm, placeName: PlaceName): CopyLine[] {
  const income =
    m.income &&
    (m.income.length
      ? m.income.map((i) => `${INCOME_NAMES[i.kind]} ${amount(i.amount)}${i.per === 'month' ? '一个月' : '一年'}`).join('；')
      : '没有');
  const alone = m.cannotDoAlone && (m.cannotDoAlone.length ? m.cannotDoAlone.map((s) => SELF_CARE_NAMES[s]).join('、') : '都能自己做');
  return filled([
    ['姓名', m.name.trim()],
    ['证件', paperText(m)],
    ['出生日期', m.birthDate && dayInWords(m.birthDate)],
    ['电话', m.phone],
    ['户口在', placeText(m.registration, placeName)],
    ['住在', placeText(m.residence, placeName)],
    ['居住证', yesNo(m.residencePermit)],
    ['现在', m.absence && ABSENCE_NAMES[m.absence]],
    ['长期一起吃住', yesNo(m.livesTogether, '一起', '不一起')],
    ['身体', m.illness && ILLNESS_NAMES[m.illness]],
    [
      '残疾证',
      m.disability === undefined
        ? undefined
        : m.disability
          ? `${DISABILITY_NAMES[m.disability.category]} ${GRADE_NAMES[m.disability.grade - 1]}`
          : '没有',
    ],
    ['卧床', m.bedriddenMonths === undefined ? undefined : m.bedriddenMonths ? `${m.bedriddenMonths} 个月` : '没有'],
    ['自己做不了', alone],
    ['在做什么', m.work && WORK_NAMES[m.work]],
    ['上学', m.schooling && SCHOOLING_NAMES[m.schooling]],
    ['收入', income],
    ['上班要花', m.workCosts === undefined ? undefined : `${amount(m.workCosts)}一个月`],
    ['在领的救助', m.receives && (m.receives.length ? m.receives.map(kindName).join('、') : '没有')],
  ]);
}

function appliesAsText(form: DraftForm): string | undefined {
  const { appliesAs } = form;
  if (!appliesAs) return undefined;
  if (appliesAs.way === 'family') return '全家一起';
  const who = membersOf(form).find((m) => m.id === appliesAs.memberId);
  return who && `${calledName(who)}一个人`;
}

const disputedLines = (form: DraftForm): CopyLine[] =>
  (form.prefilled ?? []).flatMap(({ memberId, field, shown, disputed }) => {
    const who = membersOf(form).find((m) => m.id === memberId);
    return who && disputed ? [{ name: `${calledName(who)}，${PREFILLED_FIELD_NAMES[field]}`, value: shown }] : [];
  });

const kindName = (id: string): string => RECIPIENT_KINDS.find((k) => k.id === id)?.title ?? id;

function paperText({ paper, paperKept }: MemberForm): string | undefined {
  if (!paper && paperKept) return `****${paperKept.ending}`;
  if (!paper) return undefined;
  if (paper.kind === 'none-yet') return paper.reason && `还没有，${paper.reason}`;
  return paper.number && `${paper.number.slice(0, 4)}****${paper.number.slice(-2)}`;
}

const supporterLines = ({ supporters }: DraftForm): CopyLine[] =>
  supporters?.length === 0
    ? [{ name: '亲人', value: '没有' }]
    : (supporters ?? []).map((s) => ({
        name: RELATION_NAMES[s.relation],
        value: [`每月给 ${amount(s.pays)}`, s.ableToSupport === undefined ? '' : s.ableToSupport ? '有力量帮' : '没有力量帮']
          .filter(Boolean)
          .join('，'),
      }));

function assetLines({ assets }: DraftForm): CopyLine[] {
  if (!assets) return [];
  const metres = (n: number | undefined) => (n === undefined ? '' : ` ${n} 平方米`);
  return filled([
    ['存款一共', assets.financial === undefined ? undefined : amount(assets.financial)],
    [
      '房子',
      assets.dwellings &&
        (assets.dwellings.map((d, i) => `第 ${i + 1} 套${metres(d.squareMetres)}${d.dangerous ? '（危房）' : ''}`).join('；') || '没有'),
    ],
    [
      '车',
      assets.vehicles &&
        (assets.vehicles
          .map((v) => `${VEHICLE_NAMES[v.kind]}${v.presentValue === undefined ? '' : `，值 ${amount(v.presentValue)}`}`)
          .join('；') ||
          '没有'),
    ],
    ['开店开公司', assets.businesses === undefined ? undefined : assets.businesses ? `${assets.businesses} 家` : '没有'],
  ]);
}

function photoLines({ photos }: DraftForm): CopyLine[] {
  const counts = new Map<string, number>();
  for (const p of photos ?? []) counts.set(EVIDENCE_NAMES[p.about], (counts.get(EVIDENCE_NAMES[p.about]) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, value: `${count} 张` }));
}
