import { type CaseView, doesTownshipWork, NOT_KNOWN, type StaffView } from '@assist/contracts';
import { crossCheckOf, mayNotBeChecked } from './signatures.ts';

export interface GateItem {
  readonly id: 'claimed' | 'opened' | 'corrections' | 'signatures';
  readonly text: string;
  readonly done: boolean;
  /** Absent: must be done first. Otherwise why one may go on without it. */
  readonly goOn?: string;
  /** What it rests on, where a clause says so. */
  readonly basis?: string;
}

/** Whose hands it is in, seen from one clerk. */
export type Hold = 'mine' | 'free' | 'another';
export const holdOf = (view: Pick<CaseView, 'item'>, staff: StaffView): Hold =>
  !view.item.claimedBy ? 'free' : view.item.claimedBy.staffId === staff.staffId ? 'mine' : 'another';

/** What to look at before accepting. Only having it in hand and having opened it are needed; the rest is said, and one may go on. */
export function acceptGate(view: CaseView, staff: StaffView, today: string): GateItem[] {
  const open = view.application.corrections.filter((c) => !c.answeredAt).reduce((n, c) => n + c.items.length, 0);
  const asked = view.application.corrections.length > 0;
  const unsigned = mayNotBeChecked(crossCheckOf(view, today));
  return [
    { id: 'claimed', text: '领到手上', done: holdOf(view, staff) === 'mine' },
    { id: 'opened', text: '打开看过', done: view.application.state !== 'received' },
    ...(asked
      ? [
          open
            ? ({ id: 'corrections', text: `请补的 ${open} 样还没来`, done: false, goOn: '可以先受理，来了再看' } as const)
            : ({ id: 'corrections', text: '请补的都有回话', done: true } as const),
        ]
      : []),
    unsigned.length
      ? {
          id: 'signatures',
          text: `${unsigned.join('、')} 还没同意核对`,
          done: false,
          goOn: '可以先受理；没同意的人不能核对',
          basis: '社会救助法 第四十条、第四十一条',
        }
      : { id: 'signatures', text: '大人都同意核对', done: true },
  ];
}

export const mayAccept = (view: CaseView, staff: StaffView, today: string): boolean =>
  doesTownshipWork(staff.role) &&
  view.application.state !== 'accepted' &&
  acceptGate(view, staff, today).every((g) => g.done || g.goOn !== undefined);

/** Whether this clerk may ask for papers now: in hand, and not decided yet. */
export const mayAsk = (view: CaseView, staff: StaffView): boolean =>
  doesTownshipWork(staff.role) && holdOf(view, staff) === 'mine' && view.application.state !== 'accepted';

export interface Stage {
  readonly title: string;
  readonly at: 'done' | 'now' | 'next' | 'skipped';
}

/** The steps this desk has, as the strip at the top draws them. Asking for papers is a step only where it happened. */
export function stagesOf(view: Pick<CaseView, 'application'>): Stage[] {
  const { state, corrections } = view.application;
  const order = ['received', 'opened', 'correction-asked', 'correction-answered', 'accepted'] as const;
  const here = state === NOT_KNOWN ? 1 : order.indexOf(state);
  const at = (n: number): Stage['at'] => (n < here || state === 'accepted' ? 'done' : n === here ? 'now' : 'next');
  const asked = corrections.length > 0;
  return [
    { title: '收到', at: at(0) },
    { title: '打开看', at: at(1) },
    ...(asked || state.startsWith('correction')
      ? [
          { title: '请群众补', at: at(2) },
          { title: '补来了', at: corrections.some((c) => !c.answeredAt) && state === 'accepted' ? ('skipped' as const) : at(3) },
        ]
      : []),
    { title: '受理', at: state === 'accepted' ? 'done' : 'next' },
  ];
}
