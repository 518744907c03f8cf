import type { CaseFile } from '@assist/contracts';
import { staffApi } from '@assist/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { PaperActs } from '../../components/letter-paper.tsx';
import { NoteLines } from '../../components/notes/note-lines.tsx';
import { Opened } from '../../components/opened.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { dayText, momentText, wholeDayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';
import { useNotes } from '../../platform/notes.ts';
import { useCaseFile } from './use-register.ts';

const useRunsOfCase = (caseId: string) =>
  useQuery({
    queryKey: ['runs-of-case', caseId],
    queryFn: async () => {
      const [now, before] = await Promise.all([
        call(staffApi.runs, { query: { caseId } }),
        call(staffApi.runs, { query: { caseId, ended: 'yes' } }),
      ]);
      return [...before.items, ...now.items];
    },
    retry: 1,
  });

function Paper({ file }: { readonly file: CaseFile }) {
  const runs = useRunsOfCase(file.caseId);
  const notes = useNotes('case', file.caseId);
  return (
    <article className="paper paper--file" aria-label="一户一档">
      <h1>一户一档</h1>
      <p className="paper__sign">
        {file.registerNumber}，{file.members[0]?.name}一家
        <br />
        {file.office.name}
      </p>
      <h2>一、家里人</h2>
      <ul>
        {file.members.map((m) => (
          <li key={m.memberId}>
            {m.name}，{m.maskedNumber ?? '没有证件'}
            {m.authentication.counted && `，${m.authentication.counted.sentence}`}
          </li>
        ))}
      </ul>
      <h2>二、现在有的</h2>
      {file.benefits.length === 0 && <p>没有。</p>}
      <ul>
        {file.benefits.map((b) => (
          <li key={`${b.kind}-${b.memberId ?? ''}`}>
            {b.title}，每月 {yuan(b.amount)}，{wholeDayText(b.since)}起
          </li>
        ))}
      </ul>
      {file.taper && <p>{file.taper.sentence.sentence}</p>}
      <h2>三、程序</h2>
      {runs.error && <ProblemNote error={runs.error} again={() => void runs.refetch()} />}
      {runs.data?.length === 0 && <p>没有。</p>}
      <ul>
        {runs.data?.map((one) => (
          <li key={one.runId}>
            {one.title}：{one.last.title}，{dayText(one.last.on)}
            {one.ended && '，办完了'}
          </li>
        ))}
      </ul>
      <h2>四、核查</h2>
      <p>{file.nextReview ? file.nextReview.sentence.sentence : '没有查到多久核查一次的规定。'}</p>
      <h2>五、一户一条救助链</h2>
      <ol>
        {file.events.map((e, i) => (
          <li key={`${e.at}-${i}`}>
            <span className="nums">{momentText(e.at)}</span> {e.sentence}（{e.who}）
          </li>
        ))}
      </ol>
      <h2>六、电话和上门的记录</h2>
      {notes.error && <ProblemNote error={notes.error} again={() => void notes.refetch()} />}
      {notes.data?.items.length === 0 && <p>没有。</p>}
      <NoteLines notes={[...(notes.data?.items ?? [])].reverse()} linked={false} />
    </article>
  );
}

/** 一户一档 in order, in large type, for A4. */
export function PaperPage() {
  usePageTitle('一户一档，大字');
  const { caseId = '' } = useParams();
  const one = useCaseFile(caseId);
  return (
    <Opened one={one} what="一户一档" back={`/register/${caseId}`}>
      {(file) => (
        <main className="work">
          <PaperActs>
            <Link className="link" to={`/register/${caseId}`}>
              回一户一档
            </Link>{' '}
          </PaperActs>
          <Paper key={caseId} file={file} />
        </main>
      )}
    </Opened>
  );
}
