import type { ChangeCase } from '@assist/contracts';
import { Radio } from 'antd';
import { useState } from 'react';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { useSettle } from './use-change.ts';

type Settlement = ChangeCase['settlements'][number];
const WORDS: Readonly<Record<Settlement, string>> = {
  'nothing-changed': '都没变，核过了',
  address: '地址改好了',
  'who-lives-there': '谁住在一起，核过了',
  contact: '电话、银行卡，照第二步办了',
  'told-before': '以前报过，已经在办',
  'not-ours': '不归这里管，已经转告',
};

/** Only what touches no money ends here. The server says which that is; the rest goes through its procedure. */
export function SettleDialog({ one, onClose }: { readonly one: ChangeCase; readonly onClose: () => void }) {
  const [as, setAs] = useState<Settlement | undefined>(one.settlements[0]);
  const settle = useSettle(one.change.receipt.changeId);
  const send = async (note: string): Promise<void> => {
    if (as && (await settle.run(as, note))) onClose();
  };
  return (
    <WordsDialog
      title="不涉及钱，办结"
      label="怎么核的"
      missing="写一句怎么核的。"
      ok="办结"
      max={500}
      busy={settle.busy}
      problem={settle.problem}
      before={as ? undefined : '选一种怎么办结。'}
      onSend={(note) => void send(note)}
      onClose={onClose}
    >
      <Radio.Group className="stack" value={as} onChange={(e) => setAs(e.target.value as Settlement)} aria-label="怎么办结">
        {one.settlements.map((s) => (
          <Radio key={s} value={s}>
            {WORDS[s]}
          </Radio>
        ))}
      </Radio.Group>
    </WordsDialog>
  );
}
