import './run.css';
import '../../components/trail.css';
import { doesTownshipWork, eventLines, type ProcedureStep, type RunView, titlesOf } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { ArchiveDialog } from '../../components/archive-dialog.tsx';
import { Citations } from '../../components/citations.tsx';
import { ClaimCard } from '../../components/claim-card.tsx';
import { DueBadge } from '../../components/due-badge.tsx';
import { Icon } from '../../components/icon.tsx';
import { KIND_WORDS } from '../../components/kind-words.ts';
import { NotesCard } from '../../components/notes/notes-card.tsx';
import { Opened } from '../../components/opened.tsx';
import { OpenedHeader } from '../../components/opened-header.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { civilDayOf, dayText, momentText, wholeDayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useStaff } from '../../platform/session.tsx';
import { useKeys } from '../../platform/use-keys.ts';
import { AlertCard, OutcomeCard } from './alert-card.tsx';
import { PapersCard, StatementsCard } from './beside-cards.tsx';
import { CheckCard } from './check-card.tsx';
import { HandleAsCard } from './handle-as-card.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { ReferralsCard } from './referrals-card.tsx';
import { ResidentDrawer } from './resident-drawer.tsx';
import { useBeside } from './use-beside.ts';
import { useRun, useRunOfApplication } from './use-run.ts';
import { ROLE_WORDS } from './words.ts';

function StepLine({ step, mayAct, onRecord }: { readonly step: ProcedureStep; readonly mayAct: boolean; readonly onRecord: () => void }) {
  const now = step.possible && step.done === 0;
  return (
    <li className={`rstep${step.done ? ' rstep--done' : now ? ' rstep--now' : ''}`}>
      <Icon name={step.done ? 'tick' : now ? 'half' : 'ring'} size={18} strong={step.done > 0} />
      <div>
        <p className="rstep__t">
          <b>{step.title}</b>
          <span className="sub">{step.by.map((role) => ROLE_WORDS[role]).join('、')}</span>
        </p>
        {step.done === 0 && !step.possible && (
          <ul className="rstep__m">
            {step.missing.map((one) => (
              <li key={one.sentence}>
                还差：{one.sentence}
                <Citations clauses={one.clauses} />
              </li>
            ))}
          </ul>
        )}
        {step.leftToOfficer && step.possible && <p className="sub">{step.leftToOfficer}</p>}
      </div>
      {mayAct && step.mine && step.possible && (
        <Button size="small" type={now ? 'primary' : 'default'} onClick={onRecord} aria-label={`记下：${step.title}`}>
          记下
        </Button>
      )}
    </li>
  );
}

function Money({ title, benefits }: { readonly title: string; readonly benefits: NonNullable<RunView['paid']>['benefits'] }) {
  return (
    <div className="beside__side">
      <small>{title}</small>
      {benefits.length ? (
        benefits.map((one) => (
          <p key={`${one.kind}-${one.memberId ?? ''}`} className="nums">
            {KIND_WORDS[one.kind]}：每月 {yuan(one.amount)}
          </p>
        ))
      ) : (
        <p>没有</p>
      )}
    </div>
  );
}

function backFrom(run: RunView, role: string): string {
  if (role === 'confirmer') return '/runs';
  if (run.procedure === 'alert') return '/queue/alerts';
  return run.applicationId ? '/queue/applications' : '/queue/changes';
}

function Run({ run, refetch }: { readonly run: RunView; readonly refetch: () => void }) {
  const staff = useStaff();
  const [step, setStep] = useState<ProcedureStep | null>(null);
  const [exporting, setExporting] = useState(false);
  const [resident, setResident] = useState(false);
  const navigate = useNavigate();
  useKeys('case', {
    'back-to-queue': () => void navigate(backFrom(run, staff.role)),
    'resident-view': () => setResident(true),
  });
  const today = civilDayOf(Date.now());
  const titles = titlesOf(run);
  const beside = useBeside(run.runId, run.events.length).data;
  const holds = !doesTownshipWork(staff.role) || run.item?.claimedBy?.staffId === staff.staffId;
  // The bureau and a village see the steps; what was said on the phone stays with the township.
  const inTownship = staff.role !== 'confirmer' && staff.role !== 'assistant';
  const mayAct = staff.role !== 'auditor' && !run.ended && holds;
  return (
    <main className="work work--case">
      <OpenedHeader
        title={`${run.name}，${run.title}`}
        back={backFrom(run, staff.role)}
        pills={[run.ended ? '办结了' : '在办', run.office.name]}
        number={run.number}
      >
        {run.applicationId && staff.role !== 'confirmer' && (
          <Link className="link" to={`/cases/${run.applicationId}`}>
            看申请
          </Link>
        )}
        {run.caseId && staff.role !== 'confirmer' && (
          <Link className="link" to={`/register/${run.caseId}`}>
            看一户一档
          </Link>
        )}
        {run.caseId && staff.role === 'confirmer' && (
          <Button size="small" onClick={() => setExporting(true)}>
            留一份档案
          </Button>
        )}
        <Button size="small" icon={<Icon name="eye" size={17} />} onClick={() => setResident(true)}>
          居民看到的
        </Button>
        <Button size="small" onClick={() => window.print()}>
          打印
        </Button>
      </OpenedHeader>
      <div className="columns columns--two">
        <section className="card facts" aria-label="每一步">
          <div className="card__h">
            <h2>每一步</h2>
            <span className="sub">按 {wholeDayText(run.openedOn)} 的规则</span>
          </div>
          <ol className="rsteps">
            {run.steps.map((one) => (
              <StepLine key={one.kind} step={one} mayAct={mayAct} onRecord={() => setStep(one)} />
            ))}
          </ol>
          {run.notes.map((note) => (
            <p key={note} className="rnote">
              {note}
            </p>
          ))}
        </section>
        <aside className="cside">
          <section className="card clock" aria-label="期限">
            {run.clocks.map((clock) => (
              <div key={clock.id} className="rclock">
                <DueBadge left={clock.left} provisional={clock.due.provisional} />
                <p className="sub">
                  {clock.title}，{dayText(clock.due.date, today)}
                </p>
                <Citations clauses={clock.clauses} />
              </div>
            ))}
            {run.clocks.length === 0 && <p className="sub">这一步没有文件写期限。</p>}
          </section>
          {run.item && (
            <ClaimCard title="下一步" item={run.item} ended={run.ended} onClaimed={refetch}>
              <p className="sub">左边亮着“记下”的，就是现在能做的。</p>
            </ClaimCard>
          )}
          {beside && <AlertCard beside={beside} />}
          {beside && <OutcomeCard run={run} beside={beside} />}
          {beside && <CheckCard runId={run.runId} beside={beside} mayAct={mayAct && doesTownshipWork(staff.role)} />}
          {beside && <ReferralsCard runId={run.runId} beside={beside} mayAct={doesTownshipWork(staff.role)} />}
          <StatementsCard run={run} mayAct={mayAct && staff.role !== 'assistant'} />
          <HandleAsCard run={run} mayAct={mayAct && doesTownshipWork(staff.role)} />
          <PapersCard run={run} mayAct={mayAct && doesTownshipWork(staff.role)} />
          {(run.paid || run.proposed) && (
            <section className="card" aria-label="金额">
              <h2>金额</h2>
              {run.paid && <Money title="现在" benefits={run.paid.benefits} />}
              {run.proposed && <Money title="意见" benefits={run.proposed.benefits} />}
            </section>
          )}
          {inTownship && <NotesCard about="run" id={run.runId} />}
          <section className="card trail" aria-label="在案的">
            <h2>在案的</h2>
            <ol>
              {[...run.events].reverse().map((one) => (
                <li key={one.eventId}>
                  <time dateTime={one.at} className="nums">
                    {momentText(one.at)}
                  </time>
                  <b>{one.title}</b> {one.who}
                  {one.on !== civilDayOf(one.at) && <small className="sub">那天是 {dayText(one.on, today)}</small>}
                  {eventLines(one, titles).map((line) => (
                    <span key={line} className="sub">
                      {line}
                    </span>
                  ))}
                </li>
              ))}
            </ol>
          </section>
        </aside>
      </div>
      {resident && beside && <ResidentDrawer shown={beside.shown} onClose={() => setResident(false)} />}
      {exporting && run.caseId && (
        <ArchiveDialog
          ask={{ kind: 'household', caseId: run.caseId }}
          title={`留一份 ${run.name} 家的档案`}
          onClose={() => setExporting(false)}
        />
      )}
      {step && <RecordDialog run={run} step={step} onClose={() => setStep(null)} />}
    </main>
  );
}

/** A procedure on record: every step of the policy package, what is missing for it with its clause, and what may be recorded now. */
export function RunPage() {
  usePageTitle('程序');
  const { runId = '' } = useParams();
  const one = useRun(runId);
  return (
    <Opened one={one} what="这个程序" back="/queue">
      {(run) => <Run key={runId} run={run} refetch={() => void one.refetch()} />}
    </Opened>
  );
}

/** The procedure that an accepted application became. */
export function RunOfApplicationPage() {
  usePageTitle('程序');
  const { applicationId = '' } = useParams();
  const one = useRunOfApplication(applicationId);
  return (
    <Opened one={one} what="这件申请的程序" back="/queue/applications">
      {(run) => <Navigate to={`/runs/${run.runId}`} replace />}
    </Opened>
  );
}
