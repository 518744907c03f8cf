import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { civilDayOf, dayText, momentText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useGivenOnce } from './use-payments.ts';

/** What was given once in a month: small sums first and temporary assistance; who gave it, who looked at it, whether it is settled. */
export function GivenOnce() {
  const today = civilDayOf(Date.now());
  const [month, setMonth] = useState(today.slice(0, 7));
  const [asked, setAsked] = useState(false);
  const given = useGivenOnce(month, asked);
  const rows = given.data ?? [];
  return (
    <section className="card rows" aria-label="一次给的">
      <p className="pay__pick pay__pick--once">
        <label htmlFor="once-month">一次给的（小额、临时救助），哪个月</label>
        <Input
          id="once-month"
          type="month"
          className="pay__month"
          value={month}
          onChange={(e) => e.target.value && setMonth(e.target.value)}
        />
        {!asked && <Button onClick={() => setAsked(true)}>看谁、多少（留痕）</Button>}
        {rows.length > 0 && (
          <b className="nums">
            {rows.length} 笔，合计 {yuan(rows.reduce((sum, one) => sum + one.amount, 0))}
          </b>
        )}
      </p>
      {!asked ? null : given.isPending ? (
        <Waiting rows={3} what="一次给的" />
      ) : given.isError ? (
        <ProblemNote error={given.error} again={() => given.refetch()} />
      ) : rows.length === 0 ? (
        <p className="empty">这个月没有一次给的。</p>
      ) : (
        <table className="q">
          <thead>
            <tr>
              <th scope="col">给谁</th>
              <th scope="col">哪一种</th>
              <th scope="col">金额</th>
              <th scope="col">谁给的</th>
              <th scope="col">谁看过</th>
              <th scope="col">办结</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.paymentId}>
                <td>
                  <Link className="row__open" to={`/runs/${one.runId}`}>
                    {one.name}
                  </Link>
                  <span className="sub nums">{one.number}</span>
                </td>
                <td>
                  {one.title}
                  <span className="sub">{dayText(one.on, today)}</span>
                </td>
                <td className="nums">{yuan(one.amount)}</td>
                <td>
                  {one.given.who}
                  <span className="sub">{momentText(one.given.at)}</span>
                </td>
                <td>
                  {one.seen ? one.seen.who : '还没有人看过'}
                  {one.seen && <span className="sub">{momentText(one.seen.at)}</span>}
                </td>
                <td>{one.settled ? '办结了' : '说明还没补完'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
