import './payment.css';
import type { PaymentLineState, PaymentListView } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { momentText, monthText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { Acts } from './acts.tsx';
import { useDifferences, useLines, usePaymentList } from './use-payments.ts';
import { DIFFERENCE_WORDS, LINE_WORDS, STATE_WORDS } from './words.ts';

const KINDS = ['new', 'raised', 'less', 'stopped'] as const;
const STATES: readonly PaymentLineState[] = ['to-pay', 'no-account', 'paid', 'bounced'];

function Totals({ list }: { readonly list: PaymentListView }) {
  const steps = [
    ['冻结', list.frozen],
    ['放行', list.released],
    ['导出', list.exported],
    ['回执', list.returned],
  ] as const;
  return (
    <section className="card card--pad" aria-label="合计">
      <p role="status">{STATE_WORDS[list.state]}</p>
      <ul className="pay__totals">
        <li>
          <b className="nums">{yuan(list.amount)}</b> 合计
        </li>
        <li>
          <b className="nums">{list.lines}</b> 行
        </li>
        <li>
          <b className="nums">{list.noAccount}</b> 行没有账号（列着，不导出，有了账号下一份补发）
        </li>
        <li>
          <b className="nums">{list.carried}</b> 行是补以前月份的
        </li>
        {list.state === 'returned' && (
          <li>
            <b className="nums">{list.paid}</b> 行发了，<b className="nums">{list.bounced}</b> 行退回（下一份再发）
          </li>
        )}
      </ul>
      <p className="sub">
        {momentText(list.computedAt)} 算的
        {steps.map(([what, act]) => act && `；${what}：${act.who} ${momentText(act.at)}`)}
      </p>
      {list.sentBack && <p className="pay__note">退回的原因：{list.sentBack}</p>}
      <Acts list={list} />
    </section>
  );
}

function Differences({ list }: { readonly list: PaymentListView }) {
  const found = useDifferences(list.listId, list.hash);
  const rows = found.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <section className="card rows" aria-label="和上一份比">
      <table className="q q--plain">
        <caption>
          {list.previous ? `和${monthText(list.previous)}比：` : '第一份，没有上一份可比：'}
          {KINDS.map((kind) => `${DIFFERENCE_WORDS[kind]} ${list.differences[kind] ?? 0}`).join('，')}
          {list.unexplained > 0 && <b className="pay__note">；{list.unexplained} 处说不清为什么，先查清再冻结</b>}
        </caption>
        <tbody>
          {rows.map((one) => (
            <tr key={`${one.caseId} ${one.title} ${one.what} ${one.before}`}>
              <td>
                <Link to={`/register/${one.caseId}`} className="nums">
                  {one.registerNumber}
                </Link>
              </td>
              <td>{one.title}</td>
              <td>{DIFFERENCE_WORDS[one.what]}</td>
              <td className="nums">
                {yuan(one.before)} → {yuan(one.after)}
              </td>
              <td>
                {!one.cause ? (
                  <b className="pay__note">没有程序、也没有导入说明</b>
                ) : one.cause.kind === 'run' ? (
                  <Link to={`/runs/${one.cause.id}`}>
                    {one.cause.title} {one.cause.on}
                  </Link>
                ) : (
                  `${one.cause.kind === 'move' ? '' : '导入 '}${one.cause.title} ${one.cause.on}`
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {found.isError && <ProblemNote error={found.error} again={() => found.refetch()} />}
      {found.isSuccess && rows.length === 0 && <p className="empty">和上一份一样。</p>}
      {found.hasNextPage && (
        <Button type="text" block className="more" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          下面还有，再取一些
        </Button>
      )}
    </section>
  );
}

function Lines({ list }: { readonly list: PaymentListView }) {
  const [state, setState] = useState<PaymentLineState | undefined>(undefined);
  const found = useLines(list.listId, list.hash, state);
  const rows = found.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <section className="card rows" aria-label="每一行">
      <fieldset className="filters" aria-label="筛选">
        <button type="button" className="chip" aria-pressed={!state} onClick={() => setState(undefined)}>
          全部
        </button>
        {STATES.map((one) => (
          <button type="button" key={one} className="chip" aria-pressed={state === one} onClick={() => setState(one)}>
            {LINE_WORDS[one]}
          </button>
        ))}
      </fieldset>
      {found.isPending ? (
        <Waiting rows={8} what="清单" />
      ) : (
        <table className="q">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">谁</th>
              <th scope="col">待遇</th>
              <th scope="col">金额</th>
              <th scope="col">账号</th>
              <th scope="col">怎么样</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <tr key={one.n}>
                <td className="nums">{one.n}</td>
                <td>
                  <Link className="row__open" to={`/register/${one.caseId}`}>
                    {one.name}
                  </Link>
                  <span className="sub nums">{one.registerNumber}</span>
                </td>
                <td>
                  {one.title}
                  {one.taper && <span className="sub">渐退期，照原金额</span>}
                  {one.forMonth !== list.month && <span className="sub">补{monthText(one.forMonth)}</span>}
                </td>
                <td className="nums">{yuan(one.amount)}</td>
                <td className="nums">{one.account ? `尾号 ${one.account}` : '没有'}</td>
                <td>{LINE_WORDS[one.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.isError && <ProblemNote error={found.error} again={() => found.refetch()} />}
      {!found.isPending && rows.length === 0 && <p className="empty">这里没有。</p>}
      {found.hasNextPage && (
        <Button type="text" block className="more" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          下面还有，再取一些
        </Button>
      )}
    </section>
  );
}

/** One month's list: totals, what differs and why, each line, and what may be done now. */
export function PaymentPage() {
  const { listId = '' } = useParams();
  const one = usePaymentList(listId);
  usePageTitle(one.data ? `${monthText(one.data.month)}发放清单` : '发放清单');
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>{one.data ? `${monthText(one.data.month)}发放清单` : '发放清单'}</h1>
          <p className="summary">
            {one.data?.office.name} <Link to="/payments">回每月的清单</Link>
          </p>
        </div>
        {one.data ? (
          <div className="pay">
            <Totals list={one.data} />
            <Differences list={one.data} />
            <Lines list={one.data} />
          </div>
        ) : one.isPending ? (
          <Waiting rows={8} what="发放清单" />
        ) : (
          <ProblemNote error={one.error} again={() => one.refetch()} />
        )}
      </main>
    </Shell>
  );
}
