import type { ArchiveView } from '@assist/contracts';
import { Button } from 'antd';
import { useCallback } from 'react';
import { Citations } from '../../components/citations.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Shell } from '../../components/shell.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useArchives } from '../../platform/archives.ts';
import { momentText } from '../../platform/dates.ts';
import { saveFile } from '../../platform/save-file.ts';
import { useCommand } from '../../platform/use-command.ts';

const KIND_WORDS: Readonly<Record<ArchiveView['kind'], string>> = { household: '一户一档', inspection: '年度检查' };
const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);

function Part({ archive, part }: { readonly archive: ArchiveView; readonly part: ArchiveView['parts'][number] }) {
  const save = useCommand(
    useCallback(
      async (_key: string) => {
        await saveFile(
          `/staff/api/archives/${archive.archiveId}/parts/${part.seq}`,
          `${archive.kind}-${archive.archiveId.slice(0, 8)}-${part.seq}.zip`,
        );
        return true;
      },
      [archive, part],
    ),
  );
  return (
    <li>
      <Button size="small" loading={save.busy} onClick={() => void save.run()}>
        取第 {part.seq} 份（{part.households} 户，{size(part.bytes)}）
      </Button>
      <details className="sub">
        <summary>校验码</summary>
        <span className="nums">SHA-256 {part.hash}</span>
      </details>
      {save.problem && <ProblemBox problem={save.problem} />}
    </li>
  );
}

function State({ archive }: { readonly archive: ArchiveView }) {
  if (archive.state === 'gone') return <p className="sub">到时间，已经删掉</p>;
  if (archive.state === 'writing')
    return (
      <>
        <progress max={Math.max(1, archive.total)} value={archive.done} aria-label="做到哪" />
        <p className="sub" role="status">
          正在做，{archive.done} / {archive.total} 户；关上页面也接着做
        </p>
      </>
    );
  return (
    <>
      <ul className="parts">
        {archive.parts.map((part) => (
          <Part key={part.seq} archive={archive} part={part} />
        ))}
      </ul>
      {archive.parts.length === 0 && <p className="sub">一户也没有。</p>}
      {archive.deleteAt && <p className="sub">{momentText(archive.deleteAt)} 删掉</p>}
    </>
  );
}

/** What one asked to be exported: how far it is, to be fetched while it is there. */
export function ArchivesPage() {
  usePageTitle('导出');
  const archives = useArchives();
  const items = archives.data?.items ?? [];
  return (
    <Shell>
      <main className="work">
        <div className="work__head">
          <h1>导出</h1>
          <p className="summary">只有您自己要的；每取一次留一次痕，24 小时后自己删掉</p>
        </div>
        <section className="card rows" aria-label="导出">
          {archives.isPending ? (
            <Waiting rows={4} what="导出" />
          ) : archives.isError && items.length === 0 ? (
            <ProblemNote error={archives.error} again={() => archives.refetch()} />
          ) : items.length === 0 ? (
            <p className="empty">还没有要过导出。一户的在“在册家庭”里开，年度检查的在“报表”里开。</p>
          ) : (
            <table className="q">
              <thead>
                <tr>
                  <th scope="col">什么</th>
                  <th scope="col">为什么</th>
                  <th scope="col">做到哪</th>
                </tr>
              </thead>
              <tbody>
                {items.map((archive) => (
                  <tr key={archive.archiveId}>
                    <td>
                      <b>{KIND_WORDS[archive.kind]}</b>，{archive.total} 户
                      <span className="sub nums">{momentText(archive.askedAt)} 要的</span>
                      <Citations clauses={archive.clauses} />
                    </td>
                    <td>{archive.reason}</td>
                    <td>
                      <State archive={archive} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </main>
    </Shell>
  );
}
