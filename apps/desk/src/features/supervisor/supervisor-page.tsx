import type { SupervisorNotice } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { DueBadge } from '../../components/due-badge.tsx';
import { pathOf } from '../../components/item-path.ts';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { UrgentBar } from '../../components/urgent-bar.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { momentText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { useSupervisorInbox } from '../../platform/supervisor.ts';
import { useClaim } from '../../platform/work.ts';
import { useDecide, useTakeOver } from './use-decide.ts';

const KIND_WORDS: Readonly<Record<SupervisorNotice['kind'], string>> = {
  'clock-near': '还有两天到期',
  'clock-at-end': '到期了',
  'lease-ended': '领了半天没办，放回来了',
  'urgent-late': '急事过了时间，还没联系上',
  'clock-extended': '期限延长了',
  'put-back': '原来没排进队列，现在补上了，请先看',
  'not-whole': '有一样没存好，打不开了，请这家再给一次',
};

function Clock({ notice }: { readonly notice: SupervisorNotice }) {
  const { clock } = notice;
  if (!clock) return <p className="sub">{notice.heldBefore ? `原来在 ${notice.heldBefore} 手上` : notice.item.step.title}</p>;
  return (
    <>
      <p>{clock.title}</p>
      <Citations clauses={clock.clauses} />
      {clock.extension ? (
        <>
          <p className="sub">
            可以延长到 {clock.extension.workingDays} 个工作日，理由只有：{clock.extension.reasons.join('、')}
          </p>
          <Citations clauses={clock.extension.clauses} />
        </>
      ) : (
        <p className="sub">这个期限没有查到可以延长的规定。</p>
      )}
    </>
  );
}

interface LineProps {
  readonly notice: SupervisorNotice;
  readonly onDecide: () => void;
  readonly onTake: () => void;
}

function Line({ notice, onDecide, onTake }: LineProps) {
  const { item } = notice;
  const staff = useStaff();
  const claim = useClaim();
  return (
    <tr>
      <td>
        {notice.clock ? <DueBadge left={notice.clock.left} provisional={notice.clock.due.provisional} /> : <b>{KIND_WORDS[notice.kind]}</b>}
        <span className="sub nums">{momentText(notice.at)} 告诉您的</span>
      </td>
      <td>
        <Link className="row__open" to={pathOf(item) ?? '/queue/identity'} data-row={item.workItemId}>
          {item.applicantName}
        </Link>
        <span className="sub nums">
          {item.about && `${item.about}，`}
          {item.number}
        </span>
      </td>
      <td>
        <Clock notice={notice} />
      </td>
      <td>{item.claimedBy ? item.claimedBy.staffId === staff.staffId ? <b>您</b> : item.claimedBy.name : '没人领'}</td>
      <td>
        <div className="row__acts">
          {!item.claimedBy && (
            <Button
              size="small"
              loading={claim.busy}
              onClick={() => void claim.run(item.workItemId)}
              aria-label={`我来办 ${item.applicantName}`}
            >
              我来办
            </Button>
          )}
          {item.claimedBy && item.claimedBy.staffId !== staff.staffId && (
            <Button size="small" onClick={onTake} aria-label={`接过来办 ${item.applicantName}`}>
              接过来办
            </Button>
          )}
          <Button size="small" onClick={onDecide} aria-label={`写下怎么定的 ${item.applicantName}`}>
            写下怎么定的
          </Button>
        </div>
        {claim.problem && <ProblemBox problem={claim.problem} />}
      </td>
    </tr>
  );
}

/** What the worker tells a supervisor: clocks near and at their end, leases that ended, calls past the hour. Each waits for a decision. */
export function SupervisorPage() {
  usePageTitle('等我定的');
  const staff = useStaff();
  const inbox = useSupervisorInbox(staff.role === 'supervisor');
  const [deciding, setDeciding] = useState<SupervisorNotice | null>(null);
  const [taking, setTaking] = useState<SupervisorNotice | null>(null);
  const decide = useDecide();
  const take = useTakeOver();
  const items = inbox.data?.items ?? [];
  return (
    <Shell>
      <main className="work">
        <UrgentBar />
        <div className="work__head">
          <h1>等我定的</h1>
          <p className="summary">期限前两天和到期、领了没办、急事过了时间，都会写在这里；办了就自己走</p>
        </div>
        <section className="card rows" aria-label="等我定的">
          {staff.role !== 'supervisor' ? (
            <p className="empty">这一页是负责人的。</p>
          ) : inbox.isPending ? (
            <Waiting rows={6} what="等我定的" />
          ) : inbox.isError && items.length === 0 ? (
            <ProblemNote error={inbox.error} again={() => inbox.refetch()} />
          ) : items.length === 0 ? (
            <p className="empty">现在没有等您定的。</p>
          ) : (
            <table className="q q--supervisor">
              <thead>
                <tr>
                  <th scope="col">为什么</th>
                  <th scope="col">哪一件</th>
                  <th scope="col">期限和依据</th>
                  <th scope="col">在谁手里</th>
                  <th scope="col">怎么定</th>
                </tr>
              </thead>
              <tbody>
                {items.map((notice) => (
                  <Line key={notice.noticeId} notice={notice} onDecide={() => setDeciding(notice)} onTake={() => setTaking(notice)} />
                ))}
              </tbody>
            </table>
          )}
          {inbox.data?.more && <p className="empty">后面还有，定了前面的再看。</p>}
        </section>
      </main>
      {taking && (
        <WordsDialog
          title={`${taking.item.applicantName}：从 ${taking.item.claimedBy?.name ?? '别人'} 手上接过来`}
          label="为什么（留痕）"
          missing="写一句为什么接过来。"
          ok="我接过来"
          max={300}
          busy={take.busy}
          problem={take.problem}
          onSend={async (words) => {
            if (await take.run(taking.item.workItemId, words)) setTaking(null);
          }}
          onClose={() => {
            take.forget();
            setTaking(null);
          }}
        />
      )}
      {deciding && (
        <WordsDialog
          title={`${deciding.item.applicantName}：${KIND_WORDS[deciding.kind]}`}
          label="怎么定的（留痕，居民看不到）"
          missing="写一句怎么定的。"
          ok="写下"
          max={500}
          busy={decide.busy}
          problem={decide.problem}
          onSend={async (words) => {
            if (await decide.run(deciding.noticeId, words)) setDeciding(null);
          }}
          onClose={() => {
            decide.forget();
            setDeciding(null);
          }}
        />
      )}
    </Shell>
  );
}
