import type { VisitsToday, WorkItemView } from '@assist/contracts';
import { uuid, workItem } from './fixtures.ts';
import { COMPLAINT_ID, OBJECTION_ID } from './fixtures-beside.ts';
import { visitItem } from './fixtures-in-force.ts';

// Invented items of the lanes that are empty on most days: alerts, objections, complaints.

const item = (
  n: number,
  kind: WorkItemView['kind'],
  applicantName: string,
  about: string,
  subjectId: string,
  left: number,
): WorkItemView => ({
  ...workItem(n, {
    kind,
    applicantName,
    about,
    members: 1,
    number: `云岭 261121-0${n}-K`,
    state: 'to-do',
    subjectId,
    step: { ...workItem(n).step, left },
  }),
  applicationId: undefined,
});

export const OTHER_LANES: WorkItemView[] = [
  item(91, 'alert', '毛世平', '医保：住院自付多，看看够不够得上', uuid(9201), 2),
  item(92, 'alert', '游大碧', '残联：新办了残疾证', uuid(9202), 6),
  item(93, 'referral', '聂光荣', '转介到就业，20 个工作日没有下文', uuid(9203), 0),
  item(94, 'objection', '周德明', '对公示的意见：他家儿子在外面有房子', OBJECTION_ID, 3),
  item(95, 'complaint', '没有留名', '说一户人家', COMPLAINT_ID, 4),
];

/** As the server gives them: mornings first. */
export const VISITS_TODAY: VisitsToday = {
  day: '2026-11-22' as never,
  visits: [
    { workItemId: visitItem().workItemId, whoName: '何秀英', half: 'morning', where: 'home', visitors: ['罗文静', '黄春兰'] },
    { workItemId: uuid(73), whoName: '冉秀兰', half: 'afternoon', where: 'village', visitors: ['杨帆'] },
  ],
};
