import type { CivilDate, Fen } from '@assist/policy';
import { RECIPIENTS, type Recipient } from '@assist/policy-chongqing';
import { isOfOnePerson } from '../case-file/benefit-kinds.ts';
import type { Column } from './columns.ts';
import type { RegisterRow } from './read-row.ts';
import type { RegisterBenefit, RegisterHousehold, RegisterMember, RowProblem } from './register-household.ts';
import type { Township, Townships } from './townships.ts';

export interface Household {
  readonly household: RegisterHousehold | undefined;
  /** Rows of the file by the member's place. */
  readonly rows: readonly number[];
  readonly problems: readonly RowProblem[];
}

/** Makes one household of its rows: one row a member, and another row for each further benefit of the same member. */
export function householdFrom(rows: readonly RegisterRow[], places: Townships, ownOffice: string | undefined): Household {
  const problems: RowProblem[] = [];
  const first = rows[0] as RegisterRow;
  const wrong = (row: number, column: Column, sentence: string): undefined => void problems.push({ row, column, sentence });
  /** What belongs to the household: on one row or several, but the same. */
  const shared = <T>(column: Column, read: (row: RegisterRow) => T | undefined): T | undefined => {
    const [one, ...others] = rows.flatMap((row) => {
      const value = read(row);
      return value === undefined || value === '' ? [] : [{ row: row.row, value }];
    });
    const other = others.find(({ value }) => value !== one?.value);
    if (other) wrong(other.row, column, '同一户，前面的行写得不一样');
    return one?.value;
  };
  const office = officeOf(shared('镇街', (row) => row.township) ?? '', places, ownOffice, (sentence) => wrong(first.row, '镇街', sentence));
  const area = shared('城乡', (row) => row.area) ?? wrong(first.row, '城乡', '空着');
  const village = shared('村社', (row) => row.village);
  const lastReview = shared('上次核查', (row) => row.lastReview);
  const taperFrom = shared('渐退期起', (row) => row.taperFrom);
  const taperUntil = shared('渐退期止', (row) => row.taperUntil);
  if ((taperFrom === undefined) !== (taperUntil === undefined)) wrong(first.row, '渐退期止', '渐退期的起和止要一起写');
  if (taperFrom && taperUntil && taperUntil <= taperFrom) wrong(first.row, '渐退期止', '在渐退期起的那天或之前');

  const people = peopleOf(rows, wrong);
  const benefits = benefitsOf(people, wrong);
  if (benefits.length === 0 && problems.length === 0) wrong(first.row, '待遇种类', '这一户一种待遇也没有写');
  const numbers = people.map((one) => one.first.row);
  if (problems.length > 0 || !office || !area) return { household: undefined, rows: numbers, problems };
  return {
    household: {
      registerNumber: first.registerNumber,
      officeId: office.officeId,
      district: office.district,
      area,
      ...(village && { village }),
      ...(lastReview && { lastReview }),
      ...(taperFrom && taperUntil && { taper: { from: taperFrom, until: taperUntil } }),
      members: people.map(({ first: row }) => memberOf(row)),
      benefits,
    },
    rows: numbers,
    problems,
  };
}

function officeOf(name: string, places: Townships, own: string | undefined, wrong: (sentence: string) => undefined): Township | undefined {
  if (name === '') return wrong('空着');
  const found = places.find(name);
  if (found === undefined) return wrong('没有找到这个镇街');
  if (found === 'several') return wrong('有几个镇街叫这个名字，请把区县一起写上');
  if (!found.live) return wrong('这个镇街还没有接到这里');
  if (own !== undefined && found.officeId !== own) return wrong(`这一行是${found.officeName}的，不是本镇街的`);
  return found;
}

interface Person {
  readonly first: RegisterRow;
  readonly rows: RegisterRow[];
}

/** Rows of the same person together, the head first. */
function peopleOf(rows: readonly RegisterRow[], wrong: (row: number, column: Column, sentence: string) => undefined): Person[] {
  const people = new Map<string, Person>();
  for (const row of rows) {
    const key = row.paper.kind === 'none-yet' ? `${row.name} ${row.birthDate}` : `${row.paper.kind} ${row.paper.number}`;
    const before = people.get(key);
    if (!before) people.set(key, { first: row, rows: [row] });
    else if (before.first.name !== row.name) wrong(row.row, '证件号码', '和同一户另一个人的一样');
    else if (before.rows.some((one) => one.kind === row.kind)) wrong(row.row, '成员姓名', '这个人写了两次；还有别的待遇的，另写一行待遇');
    else before.rows.push(row);
  }
  const all = [...people.values()];
  const heads = all.filter((one) => one.first.relation === 'self');
  const [head] = heads;
  if (!head) wrong(rows[0]?.row ?? 0, '与户主关系', '这一户没有写户主的那一行');
  else if (heads.length > 1) wrong(heads[1]?.first.row ?? 0, '与户主关系', '这一户写了两个户主');
  else {
    const other = rows.find((row) => row.head !== '' && row.head !== head.first.name);
    if (other) wrong(other.row, '户主', '和户主那一行的姓名不一样');
  }
  return head ? [head, ...all.filter((one) => one !== head)] : all;
}

function memberOf(row: RegisterRow): RegisterMember {
  const { name, relation, paper, birthDate, phone, lastMet, contact, facts } = row;
  return {
    name,
    relation,
    paper,
    ...(birthDate && { birthDate }),
    ...(phone && { phone }),
    ...(lastMet && { lastMet }),
    ...(lastMet && contact && { contact }),
    facts,
  };
}

function benefitsOf(people: readonly Person[], wrong: (row: number, column: Column, sentence: string) => undefined): RegisterBenefit[] {
  const households = new Map<Recipient, { row: number; amount?: Fen; since?: CivilDate }>();
  const own: RegisterBenefit[] = [];
  people.forEach(({ rows }, member) => {
    for (const { row, kind, amount, since, birthDate } of rows) {
      if (!kind) {
        if (amount !== undefined || since !== undefined) wrong(row, '待遇种类', '写了金额或起始日期，没有写哪一种待遇');
      } else if (isOfOnePerson(kind)) {
        if (amount === undefined) wrong(row, '每月金额(元)', '空着');
        if (since === undefined) wrong(row, '起始日期', '空着');
        else if (birthDate && since < birthDate) wrong(row, '起始日期', '早于出生日期');
        if (amount !== undefined && since) own.push({ kind, amount, since, member });
      } else {
        const before = households.get(kind) ?? { row };
        if (amount !== undefined && before.amount !== undefined && amount !== before.amount)
          wrong(row, '每月金额(元)', '同一户的金额，前面的行写得不一样');
        if (since && before.since && since !== before.since) wrong(row, '起始日期', '同一户，前面的行写得不一样');
        const merged = { amount: before.amount ?? amount, since: before.since ?? since };
        households.set(kind, {
          row: before.row,
          ...(merged.amount !== undefined && { amount: merged.amount }),
          ...(merged.since && { since: merged.since }),
        });
      }
    }
  });
  const together = [...households].flatMap(([kind, { row, amount, since }]) => {
    if (amount === undefined) wrong(row, '每月金额(元)', `“${RECIPIENTS[kind]}”没有写金额`);
    if (since === undefined) wrong(row, '起始日期', `“${RECIPIENTS[kind]}”没有写起始日期`);
    return amount !== undefined && since ? [{ kind, amount, since }] : [];
  });
  return [...together, ...own];
}
