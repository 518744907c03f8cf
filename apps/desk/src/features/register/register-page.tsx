import './register.css';
import { wordsOf } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, Navigate, useSearchParams } from 'react-router';
import { KIND_WORDS, type Kind } from '../../components/kind-words.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { type Due, useCaseFiles } from './use-register.ts';

const FILTERS: readonly (readonly [Due | undefined, string])[] = [
  [undefined, '全部'],
  ['review', '该核查的'],
  ['authentication', '该见一面的'],
];
const isDue = (text: string | null): text is Due => text === 'authentication' || text === 'review';

/** The households of this township that receive something; or only those whose review is due. */
export function RegisterPage({ only }: { readonly only?: 'review' }) {
  const title = only ? '核查计划' : '在册家庭';
  usePageTitle(title);
  const { office } = useStaff();
  const mayAct = useMayAct();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('due');
  const due = only ?? (isDue(asked) ? asked : undefined);
  const [typed, setTyped] = useState('');
  const [number, setNumber] = useState<string | undefined>();
  const kind = (Object.keys(KIND_WORDS) as Kind[]).find((one) => one === search.get('kind'));
  const files = useCaseFiles({ due, registerNumber: number, kind });
  const rows = files.data?.pages.flatMap((p) => p.items) ?? [];
  const today = civilDayOf(Date.now());
  // Where the ledger stood before it had a page of its own.
  if (asked === 'taper') return <Navigate to="/gradual" replace />;
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>{title}</h1>
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
        <section className="card rows" aria-label={title}>
          <form
            className="filters"
            onSubmit={(e) => {
              e.preventDefault();
              setNumber(typed.trim() || undefined);
            }}
          >
            {(only ? [] : FILTERS).map(([id, text]) => (
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
              className="register__kind"
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
                    <th scope="col">下次核查</th>
                    <th scope="col">下次见面</th>
                    <th scope="col">渐退期到</th>
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
                        {r.kinds.map((k) => wordsOf(KIND_WORDS, k, '新的一种')).join('、')}
                        <span className="sub nums">每月 {yuan(r.amount)}</span>
                      </td>
                      <td className="nums">{r.nextReviewDue ? dayText(r.nextReviewDue, today) : '没有定'}</td>
                      <td className="nums">{r.nextAuthenticationDue ? dayText(r.nextAuthenticationDue, today) : '不用请'}</td>
                      <td className="nums">{r.taperUntil ? dayText(r.taperUntil, today) : ''}</td>
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
