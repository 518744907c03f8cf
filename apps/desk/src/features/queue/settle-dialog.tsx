import { staffApi, type WorkItemView } from '@assist/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useCallback, useState } from 'react';
import { ProblemBox } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { useMayAct, useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { placeItem } from '../../platform/work.ts';

/** Two accounts wrote the same number. Somebody sees the card and writes what it is; neither account learns of the other. */
export function SettleDialog({
  item,
  onClose,
  onSettled,
}: {
  readonly item: WorkItemView;
  readonly onClose: () => void;
  readonly onSettled: (item: WorkItemView) => void;
}) {
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const queries = useQueryClient();
  const staff = useStaff();
  const mayAct = useMayAct();
  const mine = item.claimedBy?.staffId === staff.staffId;
  const settle = useCommand(
    useCallback(
      async (_key: string, workItemId: string, words: string) => {
        const settled = await call(staffApi.settleIdentityConflict, { params: { workItemId }, body: { note: words } });
        placeItem(queries, settled);
        return settled;
      },
      [queries],
    ),
  );
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!note.trim()) return;
    const settled = await settle.run(item.workItemId, note.trim());
    if (settled) onSettled(settled);
  };
  return (
    <Modal
      open
      title={`身份核对：${item.applicantName}`}
      onCancel={onClose}
      onOk={send}
      okText={settle.busy ? '正在送' : '写明了'}
      cancelText="先不写"
      confirmLoading={settle.busy}
      {...((!mayAct || !mine) && { footer: null })}
      destroyOnHidden
    >
      <p>
        同一个证件号，两个账户都写了（<span className="nums">{item.number}</span>）。请约人带证件到窗口，或者上门看证件。
      </p>
      <ul className="plain">
        <li>两边都不会知道对方写过；不要在电话里说“有别人用您的号”。</li>
        <li>看清以前，两边都照样能申请、能求助，待遇不变。</li>
        <li>是本人的，到“给核身码”给他一个码；家里人代填的，写明是谁替谁填。</li>
      </ul>
      {mayAct && mine ? (
        <>
          <label htmlFor="settle-note">看过证件以后，怎么回事</label>
          <Input.TextArea
            id="settle-note"
            rows={4}
            maxLength={500}
            showCount
            value={note}
            onChange={(e) => setNote(e.target.value)}
            {...(asked && !note.trim() && { status: 'error' as const })}
            placeholder="谁来的、看了什么证件、哪个账户是本人。不要写证件号"
          />
          {asked && !note.trim() && <p className="field-note">写一句怎么回事，就能送。</p>}
        </>
      ) : (
        <p className="sub">{mayAct ? '先领这一件，才能写明。' : '审计只看。'}</p>
      )}
      {settle.problem && <ProblemBox problem={settle.problem} kept="写的还在" again={send} />}
    </Modal>
  );
}
