import { APPLICATION_STATE_NAMES, type CaseView, EVIDENCE_NAMES, wordsOf } from '@assist/contracts';
import { Citations } from '../../components/citations.tsx';
import { PhoneDrawer, PhoneHolder, PhoneStanding } from '../../components/phone-drawer.tsx';
import { PhoneSentence } from '../../components/phone-sentence.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { memberName } from './findings.ts';

/** The resident's own view of this application, from the same data that goes to the phone. */
export function ResidentDrawer({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { application: a } = view;
  const { receipt, clock, holder } = a;
  const today = civilDayOf(Date.now());
  const open = a.corrections.filter((c) => !c.answeredAt);
  return (
    <PhoneDrawer onClose={onClose}>
      {open.map((c) => (
        <section key={c.id} className="phone__card phone__card--todo">
          <h3>请补 {c.items.length} 样</h3>
          <ul>
            {c.items.map((i) => (
              <li key={i.id}>
                <b>{i.title}</b>
                <p>{i.reason}</p>
                <small>
                  {[memberName(view, i.memberId), i.evidence && wordsOf(EVIDENCE_NAMES, i.evidence, '照片')].filter(Boolean).join('，')}
                </small>
              </li>
            ))}
          </ul>
          <p>找不到、办不到，也可以写一句。</p>
        </section>
      ))}
      <PhoneStanding title={wordsOf(APPLICATION_STATE_NAMES, a.state, '工作人员在办')} number={receipt.number} steps={a.timeline} />
      <section className="phone__card">
        {clock ? (
          <>
            <h3>最晚 {dayText(clock.due.date, today)} 有结果</h3>
            <p>
              共 {clock.workingDays} 个工作日，用了 {clock.used} 个{clock.due.provisional && '（暂定）'}
            </p>
            <Citations clauses={clock.clauses} />
          </>
        ) : (
          <h3>
            {dayText(receipt.firstReplyBy.date, today)} 以前给您回话{receipt.firstReplyBy.provisional && '（暂定）'}
          </h3>
        )}
        {receipt.next.map((one) => (
          <PhoneSentence key={one.sentence} one={one} />
        ))}
      </section>
      <PhoneHolder holder={holder}>
        {holder.office.address && <p>{holder.office.address}</p>}
        <PhoneSentence one={receipt.routing} />
      </PhoneHolder>
      {receipt.notYetSigned.length > 0 && (
        <section className="phone__card">
          <h3>等家人签</h3>
          <p>{receipt.notYetSigned.join('、')}</p>
        </section>
      )}
    </PhoneDrawer>
  );
}
