import './resident-drawer.css';
import { APPLICATION_STATE_NAMES, type CaseView, EVIDENCE_NAMES } from '@assist/contracts';
import { Drawer } from 'antd';
import { Citations } from '../../components/citations.tsx';
import { civilDayOf, dayText, momentText } from '../../platform/dates.ts';
import { memberName } from './findings.ts';

/** The resident's own view of this application, from the same data that goes to the phone. */
export function ResidentDrawer({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { application: a } = view;
  const { receipt, clock, holder } = a;
  const today = civilDayOf(Date.now());
  const open = a.corrections.filter((c) => !c.answeredAt);
  return (
    <Drawer open size={460} title="居民看到的" onClose={onClose} destroyOnHidden>
      <p className="sub">和手机上是同一份数据、同样的话；样子以小程序为准。</p>
      <div className="phone">
        {open.map((c) => (
          <section key={c.id} className="phone__card phone__card--todo">
            <h3>请补 {c.items.length} 样</h3>
            <ul>
              {c.items.map((i) => (
                <li key={i.id}>
                  <b>{i.title}</b>
                  <p>{i.reason}</p>
                  <small>{[memberName(view, i.memberId), i.evidence && EVIDENCE_NAMES[i.evidence]].filter(Boolean).join('，')}</small>
                </li>
              ))}
            </ul>
            <p>找不到、办不到，也可以写一句。</p>
          </section>
        ))}
        <section className="phone__card">
          <h3>{APPLICATION_STATE_NAMES[a.state]}</h3>
          <p className="nums">{receipt.number}</p>
          <ol className="phone__line">
            {a.timeline.map((t) => (
              <li key={`${t.at}-${t.state}`}>
                {t.sentence}
                <small className="nums">{momentText(t.at)}</small>
              </li>
            ))}
          </ol>
        </section>
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
          {receipt.next.map((n) => (
            <div key={n.sentence}>
              <p>{n.sentence}</p>
              <Citations clauses={n.clauses} />
            </div>
          ))}
        </section>
        <section className="phone__card">
          <h3>现在在谁手里</h3>
          <p>
            {holder.office.name}
            {holder.clerk && `，${holder.clerk}`}
          </p>
          <p>{holder.office.phone ?? '电话还没查到，可以到窗口'}</p>
          {holder.office.address && <p>{holder.office.address}</p>}
          <p>{receipt.routing.sentence}</p>
          <Citations clauses={receipt.routing.clauses} />
        </section>
        {receipt.notYetSigned.length > 0 && (
          <section className="phone__card">
            <h3>等家人签</h3>
            <p>{receipt.notYetSigned.join('、')}</p>
          </section>
        )}
      </div>
    </Drawer>
  );
}
