import type { WorkItemView } from '@assist/contracts';

const MARKS: Readonly<Record<WorkItemView['marks'][number], { readonly text: string; readonly tone: string }>> = {
  urgent: { text: '等不得', tone: 'urgent' },
  'correction-answered': { text: '补来了', tone: 'back' },
  'correction-asked': { text: '等群众补', tone: 'wait' },
  'other-adults-not-signed': { text: '家人没签', tone: 'no' },
};

export function Marks({ marks }: { readonly marks: WorkItemView['marks'] }) {
  return marks.map((m) => (
    <span key={m} className={`mark mark--${MARKS[m].tone}`}>
      {MARKS[m].text}
    </span>
  ));
}
