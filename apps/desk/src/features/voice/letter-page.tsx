import './letter.css';
import { COMPLAINT_FINDING_NAMES } from '@assist/contracts';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { Opened } from '../../components/opened.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { dayText } from '../../platform/dates.ts';
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

/** The answer on paper, in large type. It names who spoke up only where they left a name, and never whom it was about. */
function Paper({ reply }: { readonly reply: Reply | undefined }) {
  if (!reply) return <p className="empty">还没有回复，印不出信。</p>;
  return (
    <article className="card vletter" aria-label="回复信">
      <h1>回复</h1>
      <p>{reply.to ? `${reply.to}：` : '您好：'}</p>
      <p>{reply.what}</p>
      <p className="vletter__words">{reply.words}</p>
      <p>您是谁，我们不告诉别人。对回复有话要说，打电话或者到窗口都行。</p>
      <p className="vletter__from">
        {reply.from}
        <span className="nums">{`${reply.on.slice(0, 4)}年${dayText(reply.on)}`}</span>
        {reply.number && <span className="nums">编号 {reply.number}</span>}
      </p>
      <div className="slip__acts">
        <Button size="large" type="primary" icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
    </article>
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
        <main className="work work--narrow">
          <Paper
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
        </main>
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
        <main className="work work--narrow">
          <Paper
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
        </main>
      )}
    </Opened>
  );
}
