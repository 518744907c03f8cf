import './register.css';
import type { ImportView } from '@assist/contracts';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { momentText } from '../../platform/dates.ts';
import { useConfirmImport, useImport, useImports, useSendImport } from './use-register.ts';

const STATE_WORDS: Readonly<Record<ImportView['state'], string>> = {
  checking: '正在看',
  checked: '看过了，还没写',
  writing: '正在写',
  done: '写好了',
  stopped: '停下了，可以接着写',
};

function Would({ one }: { readonly one: ImportView }) {
  const { would } = one;
  return (
    <ul className="would">
      <li>
        <b className="nums">{would.add}</b> 户新来
      </li>
      <li>
        <b className="nums">{would.change}</b> 户有变化
      </li>
      <li>
        <b className="nums">{would.same}</b> 户和现在一样
      </li>
      <li>
        <b className="nums">{would.missing}</b> 户在册、这份里没有（不会动）
      </li>
      <li>
        <b className="nums">{one.problemCount}</b> 处要看一下（有问题的户不写）
      </li>
    </ul>
  );
}

function One({ importId }: { readonly importId: string }) {
  const one = useImport(importId);
  const confirm = useConfirmImport();
  if (!one.data)
    return one.isPending ? <Waiting rows={6} what="这份名单" /> : <ProblemNote error={one.error} again={() => one.refetch()} />;
  const view = one.data;
  const may = view.state === 'checked' || view.state === 'stopped';
  return (
    <section className="card card--pad" aria-label="这份名单">
      <h2>{view.fileName}</h2>
      <p className="sub">
        {view.rows} 行，{view.encoding === 'gb18030' ? 'GB18030' : 'UTF-8'}，{view.by} {momentText(view.at)} 送来
      </p>
      <p role="status">{STATE_WORDS[view.state]}</p>
      {view.state === 'writing' && (
        <progress max={view.would.add + view.would.change} value={view.done} aria-label="写到哪里了">
          {view.done}
        </progress>
      )}
      <Would one={view} />
      {view.problems.length > 0 && (
        <table className="q q--plain">
          <caption>要看一下的{view.problemCount > view.problems.length && `，先列 ${view.problems.length} 处`}</caption>
          <tbody>
            {view.problems.map((p, i) => (
              <tr key={`${p.row}-${i}`}>
                <td className="nums">第 {p.row} 行</td>
                <td>{p.column}</td>
                <td>{p.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.changes.length > 0 && (
        <table className="q q--plain">
          <caption>变的头几户</caption>
          <tbody>
            {view.changes.map((c) => (
              <tr key={c.registerNumber}>
                <td className="nums">{c.registerNumber}</td>
                <td>{c.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {may && (
        <Button type="primary" size="large" loading={confirm.busy} onClick={() => void confirm.run(view.importId)}>
          {confirm.busy ? '正在送' : view.state === 'stopped' ? '接着写' : '看过了，写进去'}
        </Button>
      )}
      {confirm.problem && <ProblemBox problem={confirm.problem} again={() => void confirm.run(view.importId)} />}
    </section>
  );
}

/** A register file: first what it would change, then written on a second press. The same file again changes nothing. */
export function ImportsPage() {
  usePageTitle('送名单');
  const [shown, setShown] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const sending = useSendImport();
  const imports = useImports();
  const take = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const made = await sending.send(chosen);
    if (file.current) file.current.value = '';
    if (made) setShown(made.importId);
  };
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>送名单</h1>
          <p className="summary">
            收 CSV 表格（UTF-8 或 GB18030）；先看会变什么，看过才写进在册。<Link to="/register">回在册家庭</Link>
          </p>
        </div>
        <div className="imports">
          <section className="card card--pad" aria-label="送一份">
            <p className="imports__pick">
              <input
                id="import-file"
                className="only-reader"
                ref={file}
                type="file"
                accept=".csv,text/csv"
                onChange={(e) => void take(e.target.files?.[0])}
              />
              <label htmlFor="import-file" className="imports__button">
                选一份名单
              </label>
              <span className="sub">选了就送来看，什么也不写。</span>
            </p>
            {sending.busy && <p role="status">正在送、正在看，什么也还没写。</p>}
            {sending.problem && <ProblemBox problem={sending.problem} />}
          </section>
          {shown && <One key={shown} importId={shown} />}
          <section className="card rows" aria-label="送过的">
            <table className="q q--plain">
              <caption>送过的</caption>
              <tbody>
                {imports.data?.map((i) => (
                  <tr key={i.importId}>
                    <td>
                      <button type="button" className="link" onClick={() => setShown(i.importId)}>
                        {i.fileName}
                      </button>
                    </td>
                    <td>{STATE_WORDS[i.state]}</td>
                    <td className="nums">{i.rows} 行</td>
                    <td>{i.by}</td>
                    <td className="nums">{momentText(i.at)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {imports.data?.length === 0 && <p className="empty">还没有送过。</p>}
            {imports.isError && <ProblemNote error={imports.error} again={() => imports.refetch()} />}
          </section>
        </div>
      </main>
    </Shell>
  );
}
