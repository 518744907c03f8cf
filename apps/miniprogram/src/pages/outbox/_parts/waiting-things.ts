import { EVIDENCE_NAMES } from '@assist/contracts';
import type { Application } from '@/application/application';
import { isEmpty } from '@/application/draft/draft-record';

export interface WaitingThing {
  readonly key: string;
  readonly title: string;
  readonly state: string;
  readonly partly?: boolean;
  readonly under?: string;
  /** Milliseconds. */
  readonly savedAt?: number;
  /** Stations of five that it has reached; a half is under way. */
  readonly reached: number;
}

/** What lies on this phone and has not arrived: a form that was sent off, a draft the server lacks, photos. */
export function waitingThings({ draft, photos, sender, changes, videos, claim }: Application): WaitingThing[] {
  const { record, server } = draft.state();
  const things: WaitingThing[] = [];
  if (claim.waiting()) things.push({ key: 'claim', title: '您的姓名和证件', state: '在手机里', under: '送到就从手机里删掉', reached: 1 });
  if (sender.isUnderWay())
    things.push({ key: 'application', title: '申请表', state: '还没送到', partly: true, under: '交过了，在等镇上的回执', reached: 1.5 });
  else if (record && server !== 'saved' && !isEmpty(record.form))
    things.push({ key: 'draft', title: '没填完的申请', state: '在手机里', savedAt: record.savedAt, reached: 1 });
  for (const one of changes.onTheWay())
    things.push({
      key: one.changeId,
      title: one.lane === 'nothing' ? '报的平安' : one.lane === 'bereavement' ? '亲人过世的报告' : '报的变化',
      state: '还没送到',
      partly: true,
      under: one.bodies.length > 0 ? '送过了，在等镇上的凭证' : '有网就自己送',
      reached: one.bodies.length > 0 ? 1.5 : 1,
    });
  const byKind = new Map<string, { all: number; refused: number }>();
  for (const p of photos.waiting()) {
    const count = byKind.get(p.about) ?? { all: 0, refused: 0 };
    byKind.set(p.about, { all: count.all + 1, refused: count.refused + (p.state === 'refused' ? 1 : 0) });
  }
  for (const [about, { all, refused }] of byKind)
    things.push({
      key: about,
      title: `${EVIDENCE_NAMES[about as keyof typeof EVIDENCE_NAMES]} ${all} 张`,
      state: refused ? `${refused} 张要重拍` : '在手机里',
      ...(refused && { partly: true }),
      under: '从断的地方接着送',
      reached: 1,
    });
  for (const { id, state, problem } of videos.waiting())
    things.push({
      key: id,
      title: '一段视频',
      state: state === 'refused' ? '要重拍' : '在手机里',
      ...(state === 'refused' && { partly: true }),
      under: state === 'refused' ? (problem?.title ?? '请再拍一段') : '从断的地方接着送',
      reached: 1,
    });
  return things;
}
