import type { ProblemCode, staffApi } from '@assist/contracts';
import type { Context } from '../context.ts';
import { ServiceProblem } from '../problem.ts';
import type { Staff } from '../staff/who.ts';
import { record } from './record.ts';

/** What lies with the network, the form's spelling or us: nobody was kept from anything by it. */
const NOT_A_REFUSAL: ReadonlySet<ProblemCode> = new Set(['unknown', 'busy', 'key-in-progress', 'key-content-differs', 'too-many-requests']);
/** What a complaint is about may be this very office: its trail has nothing of it (`kept_from`). */
const KEPT_FROM_THE_OFFICE: ReadonlySet<string> = new Set(['recordOnComplaint']);
const ID = /^[0-9a-f-]{36}$/;

export interface Attempt {
  /** Id of the endpoint: what was tried. */
  readonly tried: string;
  /** What stands in the address. */
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * Somebody tried to do what she may not, or was second: on the trail, with who, what and by which rule of ours, in a transaction of its own
 * after the other was undone. Ids and codes only; what she wrote is not kept.
 */
export async function recordRefusal(ctx: Context, staff: Staff, { tried, params }: Attempt, problem: unknown): Promise<void> {
  if (!(problem instanceof ServiceProblem) || NOT_A_REFUSAL.has(problem.code)) return;
  const id = Object.values(params).find((one): one is string => typeof one === 'string' && ID.test(one));
  const paths = new Set((problem.fields ?? []).map((one) => one.path).filter((one) => /^[a-z.-]{1,40}$/i.test(one)));
  await record(ctx, {
    actor: { kind: 'staff', id: staff.staffId },
    action: 'attempt-refused',
    object: [tried as keyof typeof staffApi, id ?? staff.staffId],
    ...(!KEPT_FROM_THE_OFFICE.has(tried) && { officeId: staff.officeId }),
    result: [problem.code, ...paths].join(' '),
  });
}
