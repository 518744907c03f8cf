import type { RunBeside } from '@assist/contracts';
import { PhoneDrawer } from '../../components/phone-drawer.tsx';
import { PhoneSentence } from '../../components/phone-sentence.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';

/** The household's own view of this procedure, as the server makes it for the phone; what somebody of it wrote stands under 听取意见. */
export function ResidentDrawer({ shown, onClose }: { readonly shown: RunBeside['shown']; readonly onClose: () => void }) {
  const today = civilDayOf(Date.now());
  return (
    <PhoneDrawer {...(!shown && { none: '这一件居民现在看不到：查清以前，不打扰人。' })} onClose={onClose}>
      {shown && (
        <>
          <section className="phone__card">
            <h3>{shown.title}</h3>
            <p className="nums">{shown.number}</p>
            <PhoneSentence one={shown.standing} />
            <PhoneSentence one={shown.clock?.sentence} />
          </section>
          {(shown.opinion || shown.ground || shown.decision || shown.notice) && (
            <section className="phone__card">
              <PhoneSentence one={shown.ground} />
              <PhoneSentence one={shown.opinion?.sentence} />
              {shown.opinion?.benefits.map((b) => (
                <p key={b.title} className="nums">
                  {b.title}：每月 {yuan(b.amount)}
                </p>
              ))}
              {shown.opinion?.reason && <p>{shown.opinion.reason}</p>}
              <PhoneSentence one={shown.notice?.sentence} />
              <PhoneSentence one={shown.decision?.sentence} />
              {shown.decision?.reason && <p>{shown.decision.reason}</p>}
            </section>
          )}
          <section className="phone__card">
            <PhoneSentence one={shown.same} />
            <PhoneSentence one={shown.heard?.sentence} />
            {shown.objections.possible && <PhoneSentence one={shown.objections.sentence} />}
            <PhoneSentence one={shown.transfer?.sentence} />
          </section>
          <section className="phone__card">
            <h3>走过的</h3>
            <ol className="phone__line">
              {shown.steps.map((one, i) => (
                <li key={`${one.on}-${one.title}-${i}`}>
                  {one.title}
                  <small className="nums">{dayText(one.on, today)}</small>
                </li>
              ))}
            </ol>
          </section>
          <section className="phone__card">
            <h3>找谁</h3>
            <p>{shown.office.name}</p>
            <p>{shown.office.phone ?? '电话还没查到，可以到窗口'}</p>
            {shown.remedies.map((one) => (
              <PhoneSentence key={one.sentence} one={one} />
            ))}
          </section>
        </>
      )}
    </PhoneDrawer>
  );
}
