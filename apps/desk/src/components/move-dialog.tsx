import { Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMove, useMoveTargets } from '../platform/move.ts';
import { WordsDialog } from './words-dialog.tsx';

interface MoveDialogProps {
  readonly about: 'case' | 'application';
  readonly id: string;
  readonly name: string;
  readonly back: string;
  readonly onClose: () => void;
}

/** A household that moved house goes to another township with all that is under way; this one sees it no more. */
export function MoveDialog({ about, id, name, back, onClose }: MoveDialogProps) {
  const go = useNavigate();
  const [to, setTo] = useState<string>();
  const targets = useMoveTargets();
  const moving = useMove(about, id);
  return (
    <WordsDialog
      title={`${name}：转到别的镇街`}
      label="为什么转（留痕）"
      missing="写一句为什么转。"
      ok="转过去"
      max={500}
      busy={moving.busy}
      problem={moving.problem}
      before={to ? undefined : '选转到哪个镇街'}
      onSend={async (words) => {
        if (to && (await moving.run(to, words))) void go(back);
      }}
      onClose={onClose}
    >
      <p className="sub">搬家了才转。正在办的、材料、期限都带过去；这边就看不到了。冻结了的月份还在这边发，以后的由那边发。</p>
      <label htmlFor="move-to">转到哪里</label>
      <Select
        id="move-to"
        {...(to && { value: to })}
        onChange={setTo}
        options={targets.data?.map((one) => ({ value: one.officeId, label: one.name }))}
      />
    </WordsDialog>
  );
}
