import type { UrgentEnd, UrgentItem, UrgentOutcome } from '@assist/contracts';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { Citations } from '../../components/citations.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { useEnd, useTry } from './use-urgent.ts';
import { END_WORDS, OUTCOME_WORDS } from './words.ts';

interface DialogProps {
  readonly one: UrgentItem;
  readonly onClose: () => void;
}

/** One try, dated by the server. */
export function TryDialog({ one, onClose }: DialogProps) {
  const [outcome, setOutcome] = useState<UrgentOutcome>();
  const trying = useTry(one.row.callId);
  return (
    <WordsDialog
      title="记下打过一次"
      label="说了什么、谁接的"
      missing="写一句。"
      ok="记下"
      max={500}
      busy={trying.busy}
      problem={trying.problem}
      before={outcome ? undefined : '打通没有，选一样。'}
      onSend={async (note) => {
        if (outcome && (await trying.run(outcome, note))) onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group className="stack" value={outcome} onChange={(e) => setOutcome(e.target.value as UrgentOutcome)} aria-label="打通没有">
        {(Object.keys(OUTCOME_WORDS) as UrgentOutcome[]).map((id) => (
          <Radio key={id} value={id}>
            {OUTCOME_WORDS[id]}
          </Radio>
        ))}
      </Radio.Group>
    </WordsDialog>
  );
}

/** What became of it. A small sum opens its own procedure: the amount is written down there, when it is given. */
export function EndDialog({ one, onClose }: DialogProps) {
  const [how, setHow] = useState<UrgentEnd>();
  const [name, setName] = useState(one.name ?? '');
  const ending = useEnd(one.row.callId);
  const before =
    how === undefined ? '结果选一样。' : (how === 'small-sum' || how === 'temporary') && !name.trim() ? '给谁的？写上名字。' : undefined;
  return (
    <WordsDialog
      title="写下结果"
      label={how === 'small-sum' ? '为什么先给（事由）' : '怎么办的、说了什么（求助的人看得到）'}
      missing="写明怎么回事。"
      ok="写下"
      max={1000}
      busy={ending.busy}
      problem={ending.problem}
      before={before}
      onSend={async (words) => {
        if (how && (await ending.run(how, words, name.trim()))) onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group className="stack" value={how} onChange={(e) => setHow(e.target.value as UrgentEnd)} aria-label="结果">
        {one.may.ends.map((id) => (
          <Radio key={id} value={id}>
            {END_WORDS[id]}
          </Radio>
        ))}
      </Radio.Group>
      {(how === 'small-sum' || how === 'temporary') && (
        <>
          {one.smallSum.sentences.map((said) => (
            <div key={said.sentence} className="accept">
              {said.sentence}
              <Citations clauses={said.clauses} />
            </div>
          ))}
          <label htmlFor="small-sum-name">给谁</label>
          <Input id="small-sum-name" maxLength={30} value={name} onChange={(e) => setName(e.target.value)} />
        </>
      )}
    </WordsDialog>
  );
}
