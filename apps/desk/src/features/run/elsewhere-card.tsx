import { staffApi } from '@assist/contracts';
import { Button, Input } from 'antd';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router';
import { ProblemBox } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';

/** 别省来的核对请求 (YM239-2-2c): written down by the district's bureau, then a procedure like every other, with its day. */
export function ElsewhereCard() {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const opening = useCommand(
    useCallback(
      (key: string, body: { name: string; reason: string }) => call(staffApi.openForElsewhere, { params: { runId: key }, body }),
      [],
    ),
  );
  const begin = async (): Promise<void> => {
    const run = await opening.run({ name: name.trim(), reason: reason.trim() });
    if (run) void navigate(`/runs/${run.runId}`);
  };
  if (!open)
    return (
      <p className="elsewhere">
        <Button onClick={() => setOpen(true)}>记一件别省来的核对请求</Button>
      </p>
    );
  return (
    <section className="card form elsewhere" aria-label="别省来的核对请求">
      <h2>别省来的核对请求</h2>
      <label htmlFor="elsewhere-name">问的是谁</label>
      <Input id="elsewhere-name" maxLength={50} value={name} onChange={(e) => setName(e.target.value)} />
      <label htmlFor="elsewhere-reason">谁来问、文号、问哪几样</label>
      <Input.TextArea id="elsewhere-reason" rows={3} maxLength={1000} value={reason} onChange={(e) => setReason(e.target.value)} />
      <p className="sub">证件号码不写在这里。本人签的授权在来函里，下一步看。</p>
      {opening.problem && <ProblemBox problem={opening.problem} />}
      <p className="elsewhere__acts">
        <Button type="primary" loading={opening.busy} disabled={!name.trim() || !reason.trim()} onClick={begin}>
          {opening.busy ? '正在送' : '记下'}
        </Button>
        <Button onClick={() => setOpen(false)}>先不记</Button>
      </p>
    </section>
  );
}
