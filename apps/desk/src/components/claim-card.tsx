import './claim-card.css';
import type { WorkItemView } from '@assist/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { momentText } from '../platform/dates.ts';
import { useMayAct, useStaff } from '../platform/session.tsx';
import { useToActs } from '../platform/to-acts.ts';
import { useClaim } from '../platform/work.ts';
import { ProblemBox } from './problem-note.tsx';

interface ClaimCardProps {
  readonly title: string;
  readonly item: WorkItemView;
  readonly ended: boolean;
  readonly onClaimed: () => void;
  /** The acts, shown only to who has it in hand. */
  readonly children: ReactNode;
}

/** In whose hands it is, and what the one who has it may do. */
export function ClaimCard({ title, item, ended, onClaimed, children }: ClaimCardProps) {
  const staff = useStaff();
  const mayAct = useMayAct();
  const claim = useClaim();
  useToActs();
  const who = item.claimedBy;
  const mine = who?.staffId === staff.staffId;
  return (
    <section className="card acts" aria-label="下一步">
      <h2>{title}</h2>
      <p className="acts__who">
        {ended ? '办完了' : mine ? '在您手上' : who ? `在 ${who.name} 手上` : '没人领'}
        {who && !ended && <small>留到 {momentText(who.until)}</small>}
      </p>
      {!ended && mayAct && !who && (
        <Button
          type="primary"
          size="large"
          block
          loading={claim.busy}
          onClick={async () => {
            if (await claim.run(item.workItemId)) onClaimed();
          }}
        >
          {claim.busy ? '正在领' : '领这一件'}
        </Button>
      )}
      {mayAct && mine && !ended && children}
      {!mayAct && <p className="sub">审计只看。</p>}
      {claim.problem && <ProblemBox problem={claim.problem} />}
    </section>
  );
}
