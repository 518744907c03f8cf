import { NOT_KNOWN, type ReferralView, wordsOf } from '@assist/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { REFERRAL_STATE_WORDS } from '../../components/referral-words.ts';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { useMayAct } from '../../platform/session.tsx';
import { type ReferralAct, useReferralAct, useReferrals } from './use-referrals.ts';

const ACTS: Readonly<Record<ReferralAct, { readonly button: string; readonly label: string; readonly missing: string }>> = {
  consent: { button: '本人同意了', label: '本人怎么说的', missing: '写明本人是怎么同意的' },
  send: { button: '送出了', label: '交给了谁', missing: '交给了谁？' },
  follow: { button: '问过了，还在办', label: '问了谁、怎么说', missing: '问了谁、怎么说' },
  granted: { button: '办成了', label: '结果（本人看得到）', missing: '写一句结果' },
  'not-fitting': { button: '不符合', label: '为什么不符合（本人看得到）', missing: '写一句为什么' },
  'not-wanted': { button: '本人不要', label: '本人怎么说的', missing: '写一句本人怎么说的' },
};

/** What may be done with one now; the first is what is to be done. */
const POSSIBLE: Readonly<Record<ReferralView['state'], readonly ReferralAct[]>> = {
  [NOT_KNOWN]: [],
  asked: ['consent', 'not-wanted'],
  agreed: ['send', 'not-wanted'],
  sent: ['granted', 'not-fitting', 'follow', 'not-wanted'],
  granted: [],
  'not-fitting': [],
  'not-wanted': [],
};

/** 转介台账: what waits, the nearest day first. None leaves the list without an outcome. */
export function ReferralsPage() {
  usePageTitle('转介台账');
  const [ended, setEnded] = useState(false);
  const [doing, setDoing] = useState<{ referral: ReferralView; act: ReferralAct } | null>(null);
  const mayAct = useMayAct();
  const list = useReferrals(ended);
  const acting = useReferralAct();
  const rows = list.data?.pages.flatMap((p) => p.items) ?? [];
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>转介台账</h1>
          <p className="summary">本人同意才送出，每一件都要有结果；没有下文的自己回到队列</p>
          <Segmented
            value={ended ? 'yes' : 'no'}
            onChange={(value) => setEnded(value === 'yes')}
            options={[
              { value: 'no', label: '在办的' },
              { value: 'yes', label: '有结果的' },
            ]}
          />
        </div>
        <section className="card rows" aria-label="转介台账">
          {list.isPending ? (
            <Waiting rows={8} what="转介" />
          ) : list.isError && rows.length === 0 ? (
            <ProblemNote error={list.error} again={() => list.refetch()} />
          ) : (
            <>
              <table className="q">
                <thead>
                  <tr>
                    <th scope="col">谁</th>
                    <th scope="col">转到哪里</th>
                    <th scope="col">走到哪</th>
                    <th scope="col">{ended ? '哪天有的结果' : '几号以前再问'}</th>
                    <th scope="col">下一步</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <tr key={one.referralId}>
                      <td>
                        {one.runId ? (
                          <Link className="row__open" to={`/runs/${one.runId}`}>
                            {one.name}
                          </Link>
                        ) : (
                          one.name
                        )}
                        {one.number && <span className="sub nums">{one.number}</span>}
                      </td>
                      <td>
                        {one.target.title}
                        <span className="sub">由{one.target.handledBy}办</span>
                        <Citations clauses={one.target.clauses} />
                      </td>
                      <td>
                        {wordsOf(REFERRAL_STATE_WORDS, one.state, '新的一种，请刷新这一页')}
                        <span className="sub">
                          {one.steps.at(-1)?.words ?? one.why}
                          {one.cameBack > 0 && `，回来过 ${one.cameBack} 次`}
                        </span>
                      </td>
                      <td className="nums">{one.endedOn ?? one.due.date}</td>
                      <td>
                        {mayAct &&
                          POSSIBLE[one.state].map((act, i) => (
                            <Button
                              key={act}
                              size="small"
                              type={i === 0 ? 'primary' : 'default'}
                              onClick={() => setDoing({ referral: one, act })}
                              aria-label={`${one.name}：${ACTS[act].button}`}
                            >
                              {ACTS[act].button}
                            </Button>
                          ))}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {rows.length === 0 && (
                <p className="empty">
                  {ended ? '还没有有结果的转介。' : '现在没有在办的转介。要转的，在那一件的程序里按“转介到别的帮助”。'}
                </p>
              )}
              {list.hasNextPage && (
                <Button type="text" block className="more" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
                  下面还有，再取一些
                </Button>
              )}
            </>
          )}
        </section>
        {doing && (
          <WordsDialog
            title={`${doing.referral.name}：${doing.referral.target.title}`}
            label={ACTS[doing.act].label}
            missing={ACTS[doing.act].missing}
            ok={ACTS[doing.act].button}
            max={1000}
            busy={acting.busy}
            problem={acting.problem}
            onSend={async (words) => {
              if (await acting.run(doing.referral.referralId, doing.act, words)) setDoing(null);
            }}
            onClose={() => setDoing(null)}
          />
        )}
      </main>
    </Shell>
  );
}
