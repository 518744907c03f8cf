import type { CaseView } from '@assist/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { ProblemBox } from '../../../components/problem-note.tsx';
import { useRelease } from '../../../platform/work.ts';

/** Back into the queue, with the reason. The clock goes on. */
export function ReleaseDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const { message } = App.useApp();
  const release = useRelease();
  const missing = asked && !reason.trim();
  const send = async (): Promise<void> => {
    setAsked(true);
    if (!reason.trim()) return;
    const done = await release.run(view.item.workItemId, reason.trim());
    if (!done) return;
    message.success('放回队列了');
    onClose();
  };
  return (
    <Modal
      open
      title="放回队列"
      onCancel={onClose}
      onOk={send}
      okText={release.busy ? '正在送' : '放回'}
      cancelText="不放回"
      confirmLoading={release.busy}
      destroyOnHidden
    >
      <p>放回以后，别人能领。期限照走，写的原因会留痕。</p>
      <label htmlFor="release-reason">为什么放回</label>
      <Input.TextArea
        id="release-reason"
        autoFocus
        rows={3}
        maxLength={300}
        showCount
        value={reason}
        onChange={(e) => setReason(e.target.value)}
        aria-describedby="release-note"
        {...(missing && { status: 'error' as const })}
      />
      <p className="field-note" id="release-note">
        {missing && '写一句原因，就能放回。'}
      </p>
      {release.problem && <ProblemBox problem={release.problem} kept="写的还在" again={send} />}
    </Modal>
  );
}
