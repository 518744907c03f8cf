import '../../components/opened-header.css';
import { type CaseView, HELPER_KIND_NAMES } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { MoveDialog } from '../../components/move-dialog.tsx';
import { useStaff } from '../../platform/session.tsx';
import { stagesOf } from './gate.ts';

const AREA_WORDS = { urban: '按城市', rural: '按农村' } as const;

export function CaseHeader({ view, onResident }: { readonly view: CaseView; readonly onResident: () => void }) {
  const { applicant, form, application } = view;
  const stages = stagesOf(view);
  const staff = useStaff();
  const [moving, setMoving] = useState(false);
  return (
    <header className="chead">
      <div className="chead__t">
        <Link className="cback" to="/queue">
          <Icon name="back" />
          队列
        </Link>
        <h1>{applicant.name}一家</h1>
        <span className="pill">{form.members.length} 人</span>
        {form.area && <span className="pill">{AREA_WORDS[form.area]}</span>}
        <span className="pill">{applicant.identity === 'verified' ? '身份看过证件' : '身份自己填的'}</span>
        {view.filledBy && (
          <span className="pill">
            {HELPER_KIND_NAMES[view.filledBy.kind]}
            {view.filledBy.name}代填{view.filledBy.notAgreed && '，本人说没同意'}
          </span>
        )}
        <div className="chead__a">
          <Button size="small" icon={<Icon name="eye" size={17} />} onClick={onResident}>
            居民看到的
          </Button>
          {staff.role === 'supervisor' && (
            <Button size="small" icon={<Icon name="swap" size={17} />} onClick={() => setMoving(true)}>
              搬家了，转镇街
            </Button>
          )}
          <Button size="small" icon={<Icon name="print" size={17} />} onClick={() => window.print()}>
            打印
          </Button>
        </div>
        <span className="chead__n nums">{application.receipt.number}</span>
      </div>
      {moving && (
        <MoveDialog
          about="application"
          id={application.receipt.applicationId}
          name={`${applicant.name}一家`}
          back="/queue"
          onClose={() => setMoving(false)}
        />
      )}
      <ol className="stage">
        {stages.map((s) => (
          <li key={s.title} className={`stage--${s.at}`} {...(s.at === 'now' && { 'aria-current': 'step' as const })}>
            {s.at === 'done' && <Icon name="tick" size={15} strong />}
            {s.at === 'skipped' ? `${s.title}：还没来` : s.title}
          </li>
        ))}
        <li className="stage--far">
          {application.state === 'accepted' ? (
            <Link to={`/cases/${application.receipt.applicationId}/run`}>核对、入户、初审、公示、区里定：看走到哪</Link>
          ) : (
            '受理以后：核对、入户、初审、公示、区里定'
          )}
        </li>
      </ol>
    </header>
  );
}
