import type { WorkItemView } from '@assist/contracts';

const MARKS: Readonly<Record<WorkItemView['marks'][number], { readonly text: string; readonly tone: string }>> = {
  urgent: { text: '等不得', tone: 'urgent' },
  'correction-answered': { text: '补来了', tone: 'back' },
  'correction-asked': { text: '等群众补', tone: 'wait' },
  'other-adults-not-signed': { text: '家人没签', tone: 'no' },
  'not-in-register': { text: '名单里没有', tone: 'no' },
  contradicts: { text: '说得不一样', tone: 'no' },
  death: { text: '有亲人过世', tone: 'quiet' },
  'told-late': { text: '过了三个月才说', tone: 'quiet' },
  'by-helper': { text: '别人帮着报', tone: 'quiet' },
  bounced: { text: '没送到', tone: 'wait' },
  'relative-of-staff': { text: '自己说有近亲属', tone: 'no' },
  'not-agreed': { text: '我没同意', tone: 'no' },
  'review-due': { text: '核查到期', tone: 'wait' },
  'due-soon': { text: '快到期限', tone: 'wait' },
  'due-now': { text: '到期了', tone: 'urgent' },
  'staff-relative': { text: '有近亲属在这里上班，逐一核查', tone: 'no' },
  'answered-elsewhere': { text: '别处办了', tone: 'back' },
};

/** What is due is not due soon any more: the row keeps both, since each was told once. */
export const shownMarks = (marks: WorkItemView['marks']): WorkItemView['marks'] =>
  marks.includes('due-now') ? marks.filter((one) => one !== 'due-soon') : marks;

export function Marks({ marks }: { readonly marks: WorkItemView['marks'] }) {
  return shownMarks(marks).map((m) => (
    <span key={m} className={`mark mark--${MARKS[m].tone}`}>
      {MARKS[m].text}
    </span>
  ));
}
