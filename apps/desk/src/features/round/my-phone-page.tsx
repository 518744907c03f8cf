import { staffApi } from '@assist/contracts';
import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { TiesCard } from '../../components/ties-card.tsx';
import { call } from '../../platform/api.ts';
import { fullMomentText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { useTies } from '../../platform/ties.ts';
import { useCommand } from '../../platform/use-command.ts';
import './round.css';

/** A village assistant signed in here takes a code over to her own phone: WeChat cannot open the sign-in's page. */
export function MyPhonePage() {
  usePageTitle('我的手机');
  const { role } = useStaff();
  const ties = useTies();
  const [issued, setIssued] = useState<{ code: string; expiresAt: string } | null>(null);
  const issue = useCommand(useCallback((key: string) => call(staffApi.issueRoundCode, { body: {}, key }), []));
  const ask = async (): Promise<void> => {
    const made = await issue.run();
    if (made) setIssued(made);
  };
  return (
    <Shell>
      <main className="work">
        <h1>我的手机</h1>
        <p className="sub">入户的时候用：今天去哪几家，没网也能记，有网自己送。</p>
        {role !== 'assistant' ? (
          <p className="empty">这一页给村社协理员用。</p>
        ) : issued ? (
          <article className="card phone-code" aria-label="绑手机的码">
            <p className="phone-code__code nums">{`${issued.code.slice(0, 4)} ${issued.code.slice(4)}`}</p>
            <p className="phone-code__until">{fullMomentText(issued.expiresAt)} 以前有用，只能用一次</p>
            <ol>
              <li>手机上打开小程序，点“我的”。</li>
              <li>最下面点“工作人员入口”。</li>
              <li>写上这个码。以前绑的手机会自己解绑。</li>
            </ol>
            <p className="sub">这个码不要给别人，也不要发在群里。</p>
            <Button
              size="large"
              type="primary"
              onClick={() => {
                setIssued(null);
                void ties.refetch();
              }}
            >
              绑好了
            </Button>
          </article>
        ) : (
          <section className="card phone-code" aria-label="绑手机">
            <p>一个码绑一部手机，用三十天。换手机，再要一个码。</p>
            <Button size="large" type="primary" loading={issue.busy} onClick={() => void ask()}>
              {issue.busy ? '正在要' : '要一个码'}
            </Button>
            {issue.problem && <ProblemBox problem={issue.problem} again={ask} />}
          </section>
        )}
        {role === 'assistant' && <TiesCard title="绑过的手机" />}
      </main>
    </Shell>
  );
}
