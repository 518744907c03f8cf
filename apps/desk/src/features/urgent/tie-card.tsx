import type { UrgentItem } from '@assist/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ProblemBox } from '../../components/problem-note.tsx';
import { useTie } from './use-urgent.ts';

/** The call became an application: its day is the day of the application. For somebody who has no phone to say so. */
export function TieCard({ one }: { readonly one: UrgentItem }) {
  const [number, setNumber] = useState('');
  const tie = useTie(one.row.callId);
  if (one.applicationId)
    return (
      <section className="card card--pad" aria-label="后来的申请">
        <p className="dlab">后来的申请</p>
        <p>已经记成申请，申请日期按求助那天。</p>
      </section>
    );
  return (
    <section className="card card--pad" aria-label="后来的申请">
      <p className="dlab">后来的申请</p>
      <p className="sub">写上回执号，那份申请的日子就按求助这天算。</p>
      <Input aria-label="回执号" placeholder="杨家坪 261122-001-A" value={number} onChange={(e) => setNumber(e.target.value)} />
      {tie.problem ? <ProblemBox problem={tie.problem} /> : null}
      <Button block className="act" loading={tie.busy} disabled={number.trim().length < 4} onClick={() => void tie.run(number.trim())}>
        记成这份申请
      </Button>
    </section>
  );
}
