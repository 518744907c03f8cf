import { type Family, type FamilyCase, type VisitView, wordsOf } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';

export type Member = FamilyCase['members'][number];
export interface InCase {
  readonly member: Member;
  readonly of: FamilyCase;
  /** The meeting that stands, asked for or arranged. */
  readonly visit?: VisitView;
}
export interface Grouped {
  readonly todo: readonly InCase[];
  readonly waiting: readonly InCase[];
  readonly met: readonly InCase[];
  readonly notInvited: readonly InCase[];
}

const STANDS: readonly VisitView['state'][] = ['asked', 'arranged', 'not-met'];

/** Everybody of the family, each on their own date: first who can do it now, last who need not. */
export function groupFamily(family: Family, visits: readonly VisitView[]): Grouped {
  const standing = visits.filter((v) => STANDS.includes(v.state));
  const all = family.cases.flatMap((of) =>
    of.members.map((member): InCase => {
      const { visitId } = member.authentication;
      // The register's own word first; else the visit of that name in one's own list.
      const visit = standing.find((v) => (visitId ? v.visitId === visitId : v.whoName === member.name));
      return { member, of, ...(visit && { visit }) };
    }),
  );
  const open = (one: InCase) => one.member.authentication.state === 'soon' || one.member.authentication.state === 'visit-to-arrange';
  const waits = (one: InCase) => one.visit !== undefined || one.member.authentication.toLookAt === true;
  const byDate = (a: InCase, b: InCase) => ((a.member.authentication.due ?? '') < (b.member.authentication.due ?? '') ? -1 : 1);
  return {
    todo: all.filter((one) => open(one) && !waits(one)).sort(byDate),
    waiting: all.filter((one) => one.member.authentication.state !== 'not-invited' && waits(one)),
    met: all.filter((one) => one.member.authentication.state === 'met' && !waits(one)).sort(byDate),
    notInvited: all.filter((one) => one.member.authentication.state === 'not-invited'),
  };
}

const HALVES = { morning: '上午', afternoon: '下午' } as const;

/** 11月26日上午. Nothing where no day was said. */
export const whenOf = ({ day, half }: Pick<VisitView, 'day' | 'half'>, dayText: (day: CivilDate) => string): string | undefined =>
  day && `${dayText(day)}${half ? wordsOf(HALVES, half, '') : ''}`;

/** One line about a member who can do it now. */
export function dueWords({ member }: InCase, today: CivilDate, dayText: (day: CivilDate) => string): string {
  const { due } = member.authentication;
  if (!due || due < today) return '晚几天也没关系，钱照发';
  return `${dayText(due)}前都能做`;
}

/** One line about a meeting that stands. */
export function visitWords(visit: VisitView, dayText: (day: CivilDate) => string): string {
  const when = whenOf(visit, dayText);
  if (visit.state === 'arranged') return `${when ?? '日子定了'}${visit.visitors.length ? `，${visit.visitors.length} 个人来` : ''}`;
  if (visit.state === 'not-met') return '上次没碰上，会再约您';
  return when ? `想约${when}，等镇上定` : '等镇上联系您，定日子';
}
