import './accept-dialog.css';
import type { CaseView } from '@assist/contracts';
import { App, Modal } from 'antd';
import { Citations } from '../../../components/citations.tsx';
import { Icon } from '../../../components/icon.tsx';
import { ProblemBox } from '../../../components/problem-note.tsx';
import { civilDayOf, dayText } from '../../../platform/dates.ts';
import { useStaff } from '../../../platform/session.tsx';
import { acceptGate } from '../gate.ts';
import { useAccept } from '../use-case.ts';

/** Says what accepting starts, and by when it has to end, before it is done. */
export function AcceptDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const staff = useStaff();
  const { message } = App.useApp();
  const today = civilDayOf(Date.now());
  const accept = useAccept(view.application.receipt.applicationId);
  const open = acceptGate(view, staff, today).filter((g) => !g.done);
  const then = view.ifAcceptedToday;
  const send = async (): Promise<void> => {
    const done = await accept.run();
    if (!done) return;
    message.success(done.clock ? `已受理，最迟 ${dayText(done.clock.due.date, today)} 办完` : '已受理');
    onClose();
  };
  return (
    <Modal
      open
      title="受理这一件？"
      onCancel={onClose}
      onOk={send}
      okText={accept.busy ? '正在送' : '受理，今天起算'}
      cancelText="再看看"
      confirmLoading={accept.busy}
      destroyOnHidden
    >
      <p className="accept">
        期限从<b>今天（{dayText(today)}）</b>起算，一直走，中间不停。
      </p>
      {then ? (
        <>
          <p className="accept">
            共 {then.workingDays} 个工作日，最迟 <b>{dayText(then.due.date, today)}</b> 办完
            {then.due.provisional && '（暂定，那年的放假安排还没出）'}。
          </p>
          <Citations clauses={then.clauses} />
        </>
      ) : (
        <p>最迟哪天，受理后马上写在右边。</p>
      )}
      <p>{view.applicant.name}会看到“镇上收下了（受理）”和最迟的日子。</p>
      {open.length > 0 && (
        <ul className="gate">
          {open.map((g) => (
            <li key={g.id}>
              <Icon name="ring" size={17} />
              <span>
                {g.text}
                {g.goOn && <small>{g.goOn}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {accept.problem && <ProblemBox problem={accept.problem} again={send} />}
    </Modal>
  );
}
