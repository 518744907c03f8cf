import type { AuthenticationItem } from '@assist/contracts';
import { Radio } from 'antd';
import { useState } from 'react';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { useLooked } from './use-item.ts';

/** Seen by a person and compared by no machine. What does not show the person leads to a visit, never to less. */
export function LookedDialog({ one, onClose }: { readonly one: AuthenticationItem; readonly onClose: () => void }) {
  const [seen, setSeen] = useState<'counts' | 'visit-instead' | undefined>();
  const looked = useLooked(one);
  return (
    <WordsDialog
      title="看过了"
      label="看到了什么"
      missing="写一句看到了什么。"
      ok="记下"
      max={500}
      busy={looked.busy}
      problem={looked.problem}
      before={seen ? undefined : '选算不算。'}
      onSend={async (note) => {
        if (seen && (await looked.run({ seen, note }))) onClose();
      }}
      onClose={onClose}
    >
      <Radio.Group className="stack" value={seen} onChange={(e) => setSeen(e.target.value as typeof seen)} aria-label="算不算">
        <Radio value="counts">是本人，算今年认证</Radio>
        <Radio value="visit-instead">看不清、看不准，请人上门（待遇不变）</Radio>
      </Radio.Group>
    </WordsDialog>
  );
}
