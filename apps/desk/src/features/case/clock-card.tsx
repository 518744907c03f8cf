import './clock-card.css';
import type { CaseView } from '@assist/contracts';
import { Link } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { clockTicks, dueTone } from '../../components/due.ts';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { useMayAct } from '../../platform/session.tsx';

const tentative = (provisional: boolean): string => (provisional ? '（暂定，那年的放假安排还没出）' : '');

function Left({ left, what }: { readonly left: number; readonly what: string }) {
  return (
    <p className={`bigclock due--${dueTone(left)}`}>
      {left < 0 ? '超了' : '还有'}
      <b className="nums">{Math.abs(left)}</b>
      个工作日<small>{what}</small>
    </p>
  );
}

/** Before acceptance only the step's own day; from acceptance the whole clock, one mark a working day. It never stops. */
export function ClockCard({ view }: { readonly view: CaseView }) {
  const today = civilDayOf(Date.now());
  const mayAct = useMayAct();
  const { step } = view.item;
  const { clock, corrections } = view.application;
  const waiting = corrections.filter((c) => !c.answeredAt);
  return (
    <section className="card clock" aria-label="期限">
      {clock ? (
        <>
          <div className="clock__t">
            <Left left={view.item.total?.left ?? clock.workingDays - clock.used} what="办完审核确认" />
            <p className="clock__d">
              最迟<b>{dayText(clock.due.date, today)}</b>
            </p>
          </div>
          <div
            className="ticks"
            role="img"
            aria-label={`受理起共 ${clock.workingDays} 个工作日，用了 ${clock.used} 个，${clock.used > clock.workingDays ? `超了 ${clock.used - clock.workingDays} 个` : `还有 ${clock.workingDays - clock.used} 个`}，期限一直走`}
          >
            {clockTicks(clock.used, clock.workingDays).map((t, i) => (
              <i key={i} className={t === 'used' ? 'ticks__used' : undefined} />
            ))}
          </div>
          <p className="sub">
            {dayText(clock.acceptedOn, today)} 受理，用了 {clock.used} 个工作日{tentative(clock.due.provisional)}。{step.title}：
            {step.left < 0 ? `超了 ${-step.left} 个工作日` : step.left === 0 ? '今天到期' : `还剩 ${step.left} 个工作日`}
          </p>
          <Citations clauses={clock.clauses} />
          {mayAct && (
            <Link className="link" to={`/cases/${view.application.receipt.applicationId}/run`}>
              按条款列的理由延长期限
            </Link>
          )}
        </>
      ) : (
        <>
          <div className="clock__t">
            <Left left={step.left} what={step.title} />
            <p className="clock__d">
              最迟<b>{dayText(step.due.date, today)}</b>
            </p>
          </div>
          <p className="sub">受理前，总的期限不起算，也没有最后日子{tentative(step.due.provisional)}</p>
          <Citations clauses={step.clauses} />
        </>
      )}
      {waiting.length > 0 && (
        <p className="clock__w">
          <i aria-hidden="true" />
          {dayText(civilDayOf(waiting[0]?.askedAt ?? view.item.receivedAt), today)} 起在等群众补（期限照走）
        </p>
      )}
    </section>
  );
}
