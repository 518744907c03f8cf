import type { CivilDate, DivisionCode } from '@assist/policy';
import { addDays, addMonths } from '@assist/policy';
import { CLOCK_RULES, clausesIn } from '../procedures/index.ts';
import type { HeldBack, Posted, PostedBenefit, PostedFamily, PostedOpinion, Posting, WhereToObject } from './posting.ts';

export interface ToPost {
  readonly family: PostedFamily;
  readonly benefit: PostedBenefit;
  readonly district: DivisionCode;
  readonly from: CivilDate;
  readonly objectTo: WhereToObject;
  readonly heldBack?: HeldBack;
}

const DISTRICT_CLAUSES = ['JLP53-6-2', 'JLP53-6-3', 'JLP53-6-4'];

/** 公示: a township's opinion, for seven days. */
export function noticeOfOpinion(toPost: ToPost, opinion: PostedOpinion): Posted {
  const until = addDays(toPost.from, CLOCK_RULES.notice.period.value);
  const changed = opinion === 'raise' || opinion === 'cut' || opinion === 'stop' ? DISTRICT_CLAUSES : [];
  return post(toPost, {
    kind: 'notice',
    opinion,
    until,
    clauses: ['YM239-3-2a', 'MCA57-19', ...clausesIn(changed, toPost.district), 'YM239-3-2c'],
  });
}

/** 公布: what was confirmed. How long it hangs no document says: twelve months unless the district says otherwise. */
export function publicationOfConfirmed(toPost: ToPost, months: number = CLOCK_RULES.publication.period.value): Posted {
  return post(toPost, {
    kind: 'publication',
    until: addMonths(toPost.from, months),
    clauses: ['YM239-3-2b', 'MCA57-24', 'SAL2026-45', 'YM239-3-2c'],
  });
}

/** Whether a posting hangs on a day. After its last day nothing of it is shown. */
export function hangsOn(posting: Posting, on: CivilDate): boolean {
  return on >= posting.from && on <= posting.until;
}

type Kind = Pick<Posting, 'kind' | 'opinion' | 'until' | 'clauses'>;

/** Every field is named here; nothing is spread from what came in. */
function post({ family, benefit, from, objectTo, heldBack }: ToPost, { kind, opinion, until, clauses }: Kind): Posted {
  if (heldBack) return held(heldBack);
  const name = family.applicantName.trim();
  // A name with digits or a very long one is something else typed into the field: a person looks before it hangs on a wall.
  if (name === '' || name.length > 30 || /\d|[０-９]/.test(name)) {
    return { posted: false, words: '姓名看起来不对，请工作人员核对后再张贴。', clauses: ['YM239-3-2c'] };
  }
  return {
    posted: true,
    posting: {
      kind,
      applicantName: name,
      members: family.members,
      amount: family.amount,
      benefit,
      ...(opinion ? { opinion } : {}),
      from,
      until,
      objectTo: { office: objectTo.office, phone: objectTo.phone },
      clauses,
    },
  };
}

function held(heldBack: HeldBack): Posted {
  if (heldBack.by === 'law')
    return { posted: false, words: '孤儿和感染艾滋病的儿童不公示、不公布。', clauses: ['YC67-5-1a', 'YM239-3-2c', 'SAL2026-11'] };
  return { posted: false, words: '工作人员认为张贴会伤害这个家庭，不张贴。', clauses: ['YM239-3-2c', 'SAL2026-11'] };
}
