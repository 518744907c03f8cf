import type { RunBeside, RunView } from '@assist/contracts';
import { Link } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';

/** What sources told, as they told it. It is looked at on the spot; nothing follows from it by itself. */
export function AlertCard({ beside }: { readonly beside: RunBeside }) {
  const today = civilDayOf(Date.now());
  if (!beside.alerts.length) return null;
  return (
    <section className="card" aria-label="预警说了什么">
      <h2>预警说了什么</h2>
      {beside.alerts.map((one) => (
        <div key={one.alertId} className="beside__side">
          <small>
            {one.indicator.title}，{one.source} 说的，{dayText(one.seenOn, today)}看到
            {!one.inRegister && '，不在册'}
          </small>
          <p>{one.words}</p>
          <p className="sub nums">{[one.name, one.village, one.maskedNumber, one.phone].filter(Boolean).join('，')}</p>
          <Citations clauses={one.indicator.clauses} />
        </div>
      ))}
    </section>
  );
}

/** What became of it: what was opened, who is watched, what waits for the meeting. */
export function OutcomeCard({ run, beside }: { readonly run: RunView; readonly beside: RunBeside }) {
  const concluded = run.events.findLast((one) => one.event.kind === 'concluded');
  const title = run.steps
    .flatMap((step) => step.asks)
    .flatMap((ask) => ask.among ?? [])
    .find((one) => one.id === concluded?.event.conclusion)?.title;
  const { followed, meetings, watched } = beside;
  if (!concluded && !followed.length && !meetings.length && !watched) return null;
  return (
    <section className="card" aria-label="结果">
      <h2>结果</h2>
      {title && <p>{title}</p>}
      {concluded?.event.reason && <p className="sub">{concluded.event.reason}</p>}
      {followed.map((one) => (
        <p key={one.runId}>
          <Link className="link" to={`/runs/${one.runId}`}>
            接着办：{one.title}
          </Link>
          <span className="sub">{one.ended ? '办结了' : '在办'}</span>
        </p>
      ))}
      {meetings.map((one) => (
        <div key={one.meetingId}>
          <p>{one.held ? `${one.held.on} 开会定了：${one.held.decision}` : '等联席会议一事一议，在监测名单里记结果'}</p>
          {one.held && <p className="sub">到会：{one.held.who.join('、')}</p>}
        </div>
      ))}
      {watched && <p>{watched.endedOn ? `${watched.endedOn} 起不再监测：${watched.why ?? ''}` : `${watched.since} 起在监测名单里`}</p>}
    </section>
  );
}
