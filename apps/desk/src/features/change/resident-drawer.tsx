import { CHANGE_STATE_NAMES, type ChangeCase, wordsOf } from '@assist/contracts';
import { PhoneDrawer, PhoneHolder, PhoneStanding } from '../../components/phone-drawer.tsx';
import { PhoneSentence } from '../../components/phone-sentence.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';

/** Who told it sees this notice so, from the same data that goes to the phone. */
export function ResidentDrawer({ change, onClose }: { readonly change: ChangeCase['change']; readonly onClose: () => void }) {
  const { receipt, holder } = change;
  return (
    <PhoneDrawer onClose={onClose}>
      <PhoneStanding
        title={wordsOf(CHANGE_STATE_NAMES, change.state, '新的一种，请刷新这一页')}
        number={receipt.number}
        steps={change.timeline}
      />
      <section className="phone__card">
        <h3>
          {dayText(receipt.firstReplyBy.date, civilDayOf(Date.now()))} 以前给您回话{receipt.firstReplyBy.provisional && '（暂定）'}
        </h3>
        {receipt.next.map((one) => (
          <PhoneSentence key={one.sentence} one={one} />
        ))}
        <PhoneSentence one={change.opinion?.sentence} />
        <PhoneSentence one={change.settled} />
        <PhoneSentence one={change.afterLeaving} />
      </section>
      <PhoneHolder holder={holder} />
    </PhoneDrawer>
  );
}
