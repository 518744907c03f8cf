import './words-dialog.css';
import type { Problem } from '@assist/contracts';
import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemBox } from './problem-note.tsx';

interface WordsDialogProps {
  readonly title: string;
  /** What is asked for, and what to say when nothing was written. */
  readonly label: string;
  readonly missing: string;
  readonly placeholder?: string;
  readonly ok: string;
  readonly max: number;
  readonly busy: boolean;
  readonly problem: Problem | null;
  /** What else has to be chosen before it is sent, in words. */
  readonly before?: string | undefined;
  /** Where what is written is kept by the page itself. */
  readonly kept?: { readonly words: string; readonly onWords: (words: string) => void };
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A dialog that cannot be sent without a sentence of the clerk's own. */
export function WordsDialog(props: WordsDialogProps) {
  const { title, label, missing, placeholder, ok, max, busy, problem, before, kept, onSend, onClose, children } = props;
  const [own, setOwn] = useState('');
  const [words, setWords] = kept ? [kept.words, kept.onWords] : [own, setOwn];
  const [asked, setAsked] = useState(false);
  const send = (): void => {
    setAsked(true);
    if (words.trim() && !before) onSend(words.trim());
  };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={send}
      okText={busy ? '正在送' : ok}
      cancelText="再看看"
      confirmLoading={busy}
      destroyOnHidden
    >
      <div className="words">
        {children}
        <label htmlFor="dialog-words">{label}</label>
        <Input.TextArea
          id="dialog-words"
          rows={4}
          maxLength={max}
          showCount
          value={words}
          onChange={(e) => setWords(e.target.value)}
          aria-describedby="dialog-words-note"
          {...(placeholder && { placeholder })}
          {...(asked && !words.trim() && { status: 'error' as const })}
        />
        <p className="field-note" id="dialog-words-note">
          {asked && !words.trim() && missing}
        </p>
        {asked && before && <p className="field-note">{before}</p>}
      </div>
      {problem && <ProblemBox problem={problem} kept="写的还在" again={send} />}
    </Modal>
  );
}
