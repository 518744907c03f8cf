import { Button } from 'antd';
import { useState } from 'react';
import { fullMomentText } from '../platform/dates.ts';
import { useEndTie, useTies } from '../platform/ties.ts';
import { ProblemBox, ProblemNote } from './problem-note.tsx';
import './ties-card.css';

/** Phones on which village assistants are signed in, with an end. An assistant sees her own. */
export function TiesCard({ title }: { readonly title: string }) {
  const list = useTies();
  const [asked, setAsked] = useState<string | null>(null);
  const end = useEndTie();
  return (
    <section className="card ties" aria-label={title}>
      <h2>{title}</h2>
      <p className="sub">手机丢了、换了人，在这里解绑，当场就看不到人家的事。送到的都算。</p>
      {list.isError ? <ProblemNote error={list.error} again={() => void list.refetch()} /> : null}
      <ul>
        {list.data?.map((one) => (
          <li key={one.tieId}>
            <div>
              <b>{one.staffName}</b>
              <span className="sub nums">
                {one.villages.join('、')}。{fullMomentText(one.tiedAt)} 绑的
                {one.endedAt ? `，${fullMomentText(one.endedAt)} 解绑` : `，用到 ${fullMomentText(one.until)}`}
              </span>
            </div>
            {one.endedAt ? null : asked === one.tieId ? (
              <Button size="small" danger loading={end.busy} onClick={() => void end.run(one.tieId)}>
                {end.busy ? '正在送' : '真的解绑'}
              </Button>
            ) : (
              <Button size="small" onClick={() => setAsked(one.tieId)} aria-label={`解绑${one.staffName}的手机`}>
                解绑
              </Button>
            )}
          </li>
        ))}
      </ul>
      {list.data?.length === 0 && <p className="empty">还没有绑过手机。</p>}
      {end.problem && <ProblemBox problem={end.problem} />}
    </section>
  );
}
