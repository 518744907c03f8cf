import { type CaseView, STATEMENTS, type StatementId } from '@assist/contracts';
import { yearsOn } from './words.ts';

const ADULT_YEARS = 18;

export type MemberStanding = 'signed' | 'not-yet' | 'child' | 'no-record';
export interface MemberSignature {
  readonly memberId: string;
  readonly name: string;
  readonly standing: MemberStanding;
  readonly at?: string;
}

export const STANDING_WORDS: Readonly<Record<MemberStanding, string>> = {
  signed: '已签',
  'not-yet': '还没签',
  child: '孩子',
  'no-record': '没有记录',
};

/** How each member stands to the cross-check (同意核对). Somebody whose age is not known is not taken for a child. */
export function crossCheckOf(view: Pick<CaseView, 'form' | 'signatures'>, onDay: string): MemberSignature[] {
  return view.form.members.map((m) => {
    const mine = view.signatures.filter((s) => s.statement === 'cross-check' && s.memberId === m.id);
    const given = mine.find((s) => s.status === 'given');
    const minor = m.birthDate !== undefined && yearsOn(m.birthDate, onDay) < ADULT_YEARS;
    const standing: MemberStanding = given ? 'signed' : minor ? 'child' : mine.length ? 'not-yet' : 'no-record';
    return { memberId: m.id, name: m.name, standing, ...(given?.at && { at: given.at }) };
  });
}

/** Adults who have not agreed: nothing of theirs may be looked up. */
export const mayNotBeChecked = (all: readonly MemberSignature[]): string[] =>
  all.filter((m) => m.standing === 'not-yet' || m.standing === 'no-record').map((m) => m.name);

export interface StatementRow {
  readonly statement: StatementId;
  readonly title: string;
  readonly version: string;
  readonly current: boolean;
  readonly signed: readonly { readonly name: string; readonly at?: string | undefined }[];
  readonly notYet: readonly string[];
}

/** Each statement with who signed which version of it. */
export function statementRows(view: Pick<CaseView, 'form' | 'signatures'>): StatementRow[] {
  const rows = new Map<
    string,
    { row: Omit<StatementRow, 'signed' | 'notYet'>; signed: { name: string; at?: string | undefined }[]; notYet: string[] }
  >();
  for (const s of view.signatures) {
    const key = `${s.statement}@${s.version}`;
    const now = STATEMENTS[s.statement];
    const entry = rows.get(key) ?? {
      row: { statement: s.statement, title: now.title, version: s.version, current: now.version === s.version },
      signed: [],
      notYet: [],
    };
    const name = view.form.members.find((m) => m.id === s.memberId)?.name ?? '不在名单上的人';
    if (s.status === 'given') entry.signed.push({ name, at: s.at });
    else entry.notYet.push(name);
    rows.set(key, entry);
  }
  return [...rows.values()].map(({ row, signed, notYet }) => ({ ...row, signed, notYet }));
}
