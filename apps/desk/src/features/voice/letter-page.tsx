import { COMPLAINT_FINDING_NAMES, type Letter } from '@assist/contracts';
import { Link, useParams } from 'react-router';
import { LetterPaper, PaperActs } from '../../components/letter-paper.tsx';
import { Opened } from '../../components/opened.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useStaff } from '../../platform/session.tsx';
import { useComplaint, useObjection } from './use-voice.ts';

interface Reply {
  readonly number: string | undefined;
  readonly to: string | undefined;
  readonly from: string;
  readonly what: string;
  readonly words: string;
  readonly on: string;
}

/** The answer on paper. It names who spoke up only where they left a name, and never whom it was about. */
const letterOf = ({ number, to, from, what, words, on }: Reply): Letter => ({
  title: '回复',
  to: to ? `${to}：` : '您好：',
  on,
  from: number ? `${from}，编号 ${number}` : from,
  paragraphs: [what, ...words.split('\n').filter(Boolean), '您是谁，我们不告诉别人。对回复有话要说，打电话或者到窗口都行。'],
});

interface PaperProps {
  readonly reply: Reply | undefined;
  /** Where it was written, in words and as a path. */
  readonly to: string;
  readonly path: string;
}

function Paper({ reply, to, path }: PaperProps) {
  const back = (
    <Link className="link" to={path}>
      {to}
    </Link>
  );
  return (
    <main className="work">
      {reply ? (
        <>
          <PaperActs>{back} </PaperActs>
          <LetterPaper letter={letterOf(reply)} />
        </>
      ) : (
        <p className="empty">还没有回复，印不出信。{back}</p>
      )}
    </main>
  );
}

export function ObjectionLetterPage() {
  const { office } = useStaff();
  usePageTitle('回复信');
  const { objectionId = '' } = useParams();
  const one = useObjection(objectionId);
  return (
    <Opened one={one} what="回复信" back={`/objections/${objectionId}`}>
      {({ answer, number, teller }) => (
        <Paper
          to="回这份异议"
          path={`/objections/${objectionId}`}
          reply={
            answer && {
              number,
              to: teller.kind === 'named' ? teller.name : undefined,
              from: office.name,
              what: '您对公示提的意见，我们核实过了：',
              words: answer.words,
              on: answer.on,
            }
          }
        />
      )}
    </Opened>
  );
}

export function ComplaintLetterPage() {
  usePageTitle('回复信');
  const { complaintId = '' } = useParams();
  const one = useComplaint(complaintId);
  return (
    <Opened one={one} what="回复信" back={`/complaints/${complaintId}`}>
      {({ answer, number, teller, answeredBy }) => (
        <Paper
          to="回这份投诉"
          path={`/complaints/${complaintId}`}
          reply={
            answer && {
              number,
              to: teller.kind === 'named' ? teller.name : undefined,
              from: answeredBy,
              what: `您反映的，我们查过了。结果：${COMPLAINT_FINDING_NAMES[answer.found]}。`,
              words: answer.words,
              on: answer.on,
            }
          }
        />
      )}
    </Opened>
  );
}
