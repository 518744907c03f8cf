import './register.css';
import type { CaseFile } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { type Due, useCaseFiles } from './use-register.ts';

type Kind = CaseFile['benefits'][number]['kind'];
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  subsistence: '低保',
  destitute: '特困供养',
  'disability-allowances': '残疾人两项补贴',
  orphan: '孤儿保障',
  'railway-disabled': '襄渝铁路伤残民工',
  'streamlined-retired': '精简退职',
  'three-allowances': '养老服务补贴',
  marginal: '低保边缘',
  'rigid-expenditure': '刚性支出困难',
};
type Row = NonNullable<ReturnType<typeof useCaseFiles>['data']>['pages'][number]['items'][number];
const FILTERS: readonly (readonly [Due | undefined, string])[] = [
  [undefined, '全部'],
  ['review', '该核查的'],
  ['authentication', '该见一面的'],
  ['taper', '渐退期里的'],
];
const isDue = (text: string | null): text is Due => text === 'authentication' || text === 'review' || text === 'taper';

/** 渐退期台账: from, until, and what follows; the amount stands beside the benefit and stays until then. */
function TaperCells({ row, today }: { readonly row: Row; readonly today: string }) {
  const over = row.taperUntil !== undefined && row.taperUntil < today;
  return (
    <>
      <td className="nums">{row.taperFrom ? dayText(row.taperFrom, today) : ''}</td>
      <td className="nums">
        {row.taperUntil ? dayText(row.taperUntil, today) : ''}
        {over && <b className="sub">期满了，该重新核算</b>}
      </td>
      <td>
        {row.taperRunId ? <Link to={`/runs/${row.taperRunId}`}>重新核算，记结论</Link> : '期满前 30 天进队列'}
        <span className="sub">这以前照原金额发，不会自动停</span>
      </td>
    </>
  );
}

/** The households of this township that receive something. */
export function RegisterPage() {
  usePageTitle('在册家庭');
  const { office } = useStaff();
  const mayAct = useMayAct();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('due');
  const due = isDue(asked) ? asked : undefined;
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState<string | undefined>();
  const kind = (Object.keys(KIND_WORDS) as Kind[]).find((one) => one === search.get('kind'));
  const files = useCaseFiles({ due, registerNumber: number, kind });
  const rows = files.data?.pages.flatMap((p) => p.items) ?? [];
  const today = civilDayOf(Date.now());
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>在册家庭</h1>
          <p className="summary">
            {office.name} {files.data?.pages[0] ? <b className="nums">{files.data.pages[0].total}</b> : ''} 户
          </p>
          {mayAct && (
            <div className="offer">
              <Link className="btn-link" to="/imports">
                送名单
              </Link>
            </div>
          )}
        </div>
        <section className="card rows" aria-label="在册家庭">
          <form
            className="filters"
            onSubmit={(e) => {
              e.preventDefault();
              setNumber(typed.trim() || undefined);
            }}
          >
            {FILTERS.map(([id, text]) => (
              <button
                key={text}
                type="button"
                className="chip"
                aria-pressed={id === due}
                onClick={() => setSearch({ ...(id && { due: id }), ...(kind && { kind }) }, { replace: true })}
              >
                {text}
              </button>
            ))}
            <select
              aria-label="哪一种待遇"
              value={kind ?? ''}
              onChange={(e) => setSearch({ ...(due && { due }), ...(e.target.value && { kind: e.target.value }) }, { replace: true })}
            >
              <option value="">各种待遇</option>
              {(Object.keys(KIND_WORDS) as Kind[]).map((one) => (
                <option key={one} value={one}>
                  {KIND_WORDS[one]}
                </option>
              ))}
            </select>
            <input
              className="register__find"
              type="search"
              placeholder="户编号，回车找"
              aria-label="按户编号找"
              value={typed}
              maxLength={40}
              onChange={(e) => setTyped(e.target.value)}
            />
          </form>
          {files.isPending ? (
            <Waiting rows={8} what="在册家庭" />
          ) : files.isError && rows.length === 0 ? (
            <ProblemNote error={files.error} again={() => files.refetch()} />
          ) : (
            <>
              <table className="q">
                <thead>
                  <tr>
                    <th scope="col">家庭</th>
                    <th scope="col">待遇</th>
                    {due === 'taper' ? (
                      <>
                        <th scope="col">渐退期从</th>
                        <th scope="col">到</th>
                        <th scope="col">期满以后</th>
                      </>
                    ) : (
                      <>
                        <th scope="col">下次核查</th>
                        <th scope="col">下次见面</th>
                        <th scope="col">渐退期到</th>
                      </>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {rows.map((r) => (
                    <tr key={r.caseId}>
                      <td>
                        <Link className="row__open" to={`/register/${r.caseId}`}>
                          {r.headName}
                        </Link>
                        ，{r.members} 人
                        <span className="sub nums">
                          {r.registerNumber}
                          {r.village && `，${r.village}`}
                        </span>
                      </td>
                      <td>
                        {r.kinds.map((k) => KIND_WORDS[k]).join('、')}
                        <span className="sub nums">每月 {yuan(r.amount)}</span>
                      </td>
                      {due === 'taper' ? (
                        <TaperCells row={r} today={today} />
                      ) : (
                        <>
                          <td className="nums">{r.nextReviewDue ? dayText(r.nextReviewDue, today) : '没有定'}</td>
                          <td className="nums">{r.nextAuthenticationDue ? dayText(r.nextAuthenticationDue, today) : '不请'}</td>
                          <td className="nums">{r.taperUntil ? dayText(r.taperUntil, today) : ''}</td>
                        </>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
              {rows.length === 0 && <p className="empty">{number ? `没有户编号是 ${number} 的。` : '现在没有这样的。'}</p>}
              {files.hasNextPage && (
                <Button type="text" block className="more" loading={files.isFetchingNextPage} onClick={() => files.fetchNextPage()}>
                  下面还有，再取一些
                </Button>
              )}
            </>
          )}
        </section>
      </main>
    </Shell>
  );
}
