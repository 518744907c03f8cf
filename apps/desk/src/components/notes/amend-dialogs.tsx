import { BLACK_OUT_REASON_NAMES, BLACK_OUT_REASONS, type BlackOutReason, type ItemNote } from '@assist/contracts';
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import { type NotesShown, useBlackOut, useCorrection } from '../../platform/notes.ts';
import { ProblemBox } from '../problem-note.tsx';
import { WordsDialog } from '../words-dialog.tsx';

interface AmendProps {
  readonly note: ItemNote;
  readonly shown: NotesShown;
  readonly onClose: () => void;
}

/** What is wrong in a note and how it is; the words stay beside it. */
export function CorrectDialog({ note, shown, onClose }: AmendProps) {
  const correction = useCorrection(note, shown);
  return (
    <WordsDialog
      title="标明写错了"
      label="哪里错了、应当怎样"
      missing="写一句哪里错了、应当怎样。"
      ok="标明"
      max={500}
      busy={correction.busy}
      problem={correction.problem}
      onSend={async (words) => {
        if (await correction.run(words)) onClose();
      }}
      onClose={onClose}
    >
      <p className="sub">原来的话还在，更正写在旁边；只能标一次。</p>
      <p>{note.words}</p>
    </WordsDialog>
  );
}

/** A text that should not stand there goes for good; that it did, by whom and why stays. */
export function BlackOutDialog({ note, shown, onClose }: AmendProps) {
  const [why, setWhy] = useState<BlackOutReason | null>(null);
  const blackOut = useBlackOut(note, shown);
  const send = async (): Promise<void> => {
    if (why && (await blackOut.run(why))) onClose();
  };
  return (
    <Modal
      open
      title="涂掉这一条的话"
      onCancel={onClose}
      onOk={() => void send()}
      okText={blackOut.busy ? '正在送' : '涂掉'}
      okButtonProps={{ danger: true, disabled: !why }}
      cancelText="再看看"
      confirmLoading={blackOut.busy}
      destroyOnHidden
    >
      <p className="sub">这里、档案里、本人取走的资料里都不再有，找不回来；谁涂的、为什么，留着。</p>
      <p>{note.words}</p>
      <Radio.Group
        className="stack"
        value={why}
        onChange={(e) => setWhy(e.target.value as BlackOutReason)}
        aria-label="为什么涂掉"
        options={BLACK_OUT_REASONS.map((value) => ({ value, label: BLACK_OUT_REASON_NAMES[value] }))}
      />
      {blackOut.problem && <ProblemBox problem={blackOut.problem} again={() => void send()} />}
    </Modal>
  );
}
