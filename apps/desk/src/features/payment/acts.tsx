import type { PaymentListView } from '@assist/contracts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { ProblemBox } from '../../components/problem-note.tsx';
import { WordsDialog } from '../../components/words-dialog.tsx';
import { useCompute, useExport, useFreeze, useRelease, useSavePaymentFile, useSendBack, useSendReturn } from './use-payments.ts';

/** What this person may do with a list now: the server says what. */
export function Acts({ list }: { readonly list: PaymentListView }) {
  const { listId, hash, month } = list;
  const may = (what: PaymentListView['may'][number]) => list.may.includes(what);
  const compute = useCompute();
  const freeze = useFreeze();
  const release = useRelease();
  const exporting = useExport();
  const saving = useSavePaymentFile();
  const [back, setBack] = useState(false);
  const problem = [compute, freeze, release, exporting, saving].find((one) => one.problem)?.problem;
  return (
    <>
      <p className="pay__acts">
        {may('compute') && (
          <Button loading={compute.busy} onClick={() => void compute.run(month)}>
            重算
          </Button>
        )}
        {may('freeze') && (
          <Button type="primary" loading={freeze.busy} onClick={() => void freeze.run(listId, hash)}>
            看过了，冻结
          </Button>
        )}
        {may('release') && (
          <Button type="primary" loading={release.busy} onClick={() => void release.run(listId, hash)}>
            放行
          </Button>
        )}
        {may('send-back') && <Button onClick={() => setBack(true)}>退回重算</Button>}
        {may('export') && (
          <Button type="primary" loading={exporting.busy} onClick={() => void exporting.run(listId)}>
            导出给财政
          </Button>
        )}
        {(list.state === 'exported' || list.state === 'returned') &&
          (['gb18030', 'utf-8'] as const).map((encoding) => (
            <Button key={encoding} loading={saving.busy} onClick={() => void saving.run(listId, month, encoding)}>
              {encoding === 'gb18030' ? '取文件（GB18030）' : '取文件（UTF-8）'}
            </Button>
          ))}
      </p>
      {saving.busy && <p role="status">正在取文件，行多的要等几秒。</p>}
      {problem && <ProblemBox problem={problem} />}
      {may('import-return') && <ReturnFile listId={listId} />}
      {back && <BackDialog listId={listId} onClose={() => setBack(false)} />}
    </>
  );
}

function ReturnFile({ listId }: { readonly listId: string }) {
  const sending = useSendReturn(listId);
  const file = useRef<HTMLInputElement>(null);
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    await sending.send(chosen);
    if (file.current) file.current.value = '';
  };
  return (
    <>
      <p className="pay__pick">
        <input
          id="return-file"
          className="pay__file"
          ref={file}
          type="file"
          accept=".csv,text/csv"
          onChange={(e) => void take(e.target.files?.[0])}
        />
        <label htmlFor="return-file" className="pay__button">
          选财政的回执
        </label>
        <span className="sub">导出的文件填上“结果”“退回原因”两列送回来；有一行不对，就一行也不记。</span>
      </p>
      {sending.busy && (
        <p role="status">
          <progress aria-label="正在记回执" /> 正在对、正在记。
        </p>
      )}
      {sending.problem && <ProblemBox problem={sending.problem} />}
    </>
  );
}

function BackDialog({ listId, onClose }: { readonly listId: string; readonly onClose: () => void }) {
  const back = useSendBack();
  return (
    <WordsDialog
      title="退回重算"
      label="为什么退回"
      missing="写一句为什么，就能退回。"
      ok="退回"
      max={300}
      busy={back.busy}
      problem={back.problem}
      onSend={async (words) => {
        if (await back.run(listId, words)) onClose();
      }}
      onClose={onClose}
    />
  );
}
