import '../../../components/claim-card.css';
import type { CaseView } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../components/icon.tsx';
import { ProblemBox } from '../../../components/problem-note.tsx';
import { civilDayOf, momentText } from '../../../platform/dates.ts';
import { useStaff } from '../../../platform/session.tsx';
import { useToActs } from '../../../platform/to-acts.ts';
import { useClaim } from '../../../platform/work.ts';
import { acceptGate, holdOf, mayAccept, mayAsk } from '../gate.ts';
import { AcceptDialog } from './accept-dialog.tsx';
import { ReleaseDialog } from './release-dialog.tsx';

/** In whose hands it is, what stands before acceptance, and the one main button. */
export function ActionsCard({ view, onAsk }: { readonly view: CaseView; readonly onAsk: () => void }) {
  const staff = useStaff();
  const [dialog, setDialog] = useState<'accept' | 'release' | null>(null);
  const claim = useClaim();
  useToActs();
  const today = civilDayOf(Date.now());
  const hold = holdOf(view, staff);
  const accepted = view.application.state === 'accepted';
  const who = view.item.claimedBy;
  return (
    <section className="card acts" aria-label="下一步">
      <h2>{accepted ? '已受理' : '受理前'}</h2>
      <p className="acts__who">
        {hold === 'mine' ? '在您手上' : hold === 'another' ? `在 ${who?.name} 手上` : accepted ? '办完了这一步，不用谁再领' : '没人领'}
        {who && <small>留到 {momentText(who.until)}</small>}
      </p>
      {accepted ? (
        <>
          <p className="sub">期限从受理那天起算，一直走。核对、入户、初审、公示、区里定，一步一步在程序里记。</p>
          <p>
            <Link className="btn-link" to={`/cases/${view.application.receipt.applicationId}/run`}>
              去办下一步
            </Link>
          </p>
          <p>
            <Link to="/queue/applications?show=accepted">在队列的“已受理”里</Link>，随时能打开
          </p>
        </>
      ) : (
        <ul className="gate">
          {acceptGate(view, staff, today).map((g) => (
            <li key={g.id} className={g.done ? 'gate--ok' : undefined}>
              <Icon name={g.done ? 'tick' : 'ring'} size={17} strong={g.done} />
              <span>
                {g.text}
                {g.goOn && <small>{g.goOn}</small>}
                {g.basis && <small>{g.basis}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {hold === 'free' && !accepted && (
        <Button type="primary" size="large" block loading={claim.busy} onClick={() => void claim.run(view.item.workItemId)}>
          {claim.busy ? '正在领' : '领这一件'}
        </Button>
      )}
      {hold === 'mine' && (
        <>
          {!accepted && (
            <Button type="primary" size="large" block disabled={!mayAccept(view, staff, today)} onClick={() => setDialog('accept')}>
              受理
            </Button>
          )}
          <div className="acts__g">
            {mayAsk(view, staff) && (
              <Button size="small" onClick={onAsk}>
                请群众补
              </Button>
            )}
            <Button size="small" onClick={() => setDialog('release')}>
              放回队列
            </Button>
          </div>
        </>
      )}
      {claim.problem && <ProblemBox problem={claim.problem} />}
      {dialog === 'accept' && <AcceptDialog view={view} onClose={() => setDialog(null)} />}
      {dialog === 'release' && <ReleaseDialog view={view} onClose={() => setDialog(null)} />}
    </section>
  );
}
