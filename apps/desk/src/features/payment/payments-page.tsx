import './payment.css';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { civilDayOf, monthText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { GivenOnce } from './given-once.tsx';
import { useCompute, usePaymentLists } from './use-payments.ts';
import { STATE_WORDS } from './words.ts';

/** Each month's list: a township's own, or those of the district's townships. */
export function PaymentsPage() {
  usePageTitle('发放清单');
  const staff = useStaff();
  const mayAct = useMayAct();
  const go = useNavigate();
  const lists = usePaymentLists();
  const computing = useCompute();
  const [month, setMonth] = useState(() => civilDayOf(Date.now()).slice(0, 7));
  const compute = async (): Promise<void> => {
    const made = await computing.run(month);
    if (made) void go(`/payments/${made.listId}`);
  };
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>发放清单</h1>
          <p className="summary">{staff.role === 'confirmer' ? '镇街冻结的，由您放行' : '一个人冻结，另一个人放行，再给财政'}</p>
        </div>
        {mayAct && (
          <section className="card card--pad" aria-label="算一个月">
            <p className="pay__pick">
              <label htmlFor="pay-month">哪个月</label>
              <Input id="pay-month" type="month" className="pay__month" value={month} onChange={(e) => setMonth(e.target.value)} />
              <Button type="primary" loading={computing.busy} onClick={() => void compute()}>
                {computing.busy ? '正在算' : '算清单'}
              </Button>
              <span className="sub">没冻结以前可以重算，什么也不会发出去。</span>
            </p>
            {computing.problem && <ProblemBox problem={computing.problem} />}
          </section>
        )}
        <section className="card rows" aria-label="每月的清单">
          {lists.isPending ? (
            <Waiting rows={6} what="发放清单" />
          ) : lists.isError ? (
            <ProblemNote error={lists.error} again={() => lists.refetch()} />
          ) : (
            <table className="q">
              <thead>
                <tr>
                  <th scope="col">月份</th>
                  <th scope="col">合计</th>
                  <th scope="col">行数</th>
                  <th scope="col">走到哪</th>
                </tr>
              </thead>
              <tbody>
                {lists.data.map((one) => (
                  <tr key={one.listId}>
                    <td>
                      <Link className="row__open" to={`/payments/${one.listId}`}>
                        {monthText(one.month)}
                      </Link>
                      <span className="sub">{one.office.name}</span>
                    </td>
                    <td className="nums">{yuan(one.amount)}</td>
                    <td className="nums">
                      {one.lines}
                      {one.noAccount > 0 && <span className="sub">{one.noAccount} 行没有账号</span>}
                    </td>
                    <td>{STATE_WORDS[one.state]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {lists.data?.length === 0 && <p className="empty">还没有清单。</p>}
        </section>
        <GivenOnce />
      </main>
    </Shell>
  );
}
