import './letter.css';
import { type AuthenticationView, staffApi } from '@assist/contracts';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { Citations } from '../../components/citations.tsx';
import { Icon } from '../../components/icon.tsx';
import { Opened } from '../../components/opened.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { call } from '../../platform/api.ts';
import { useOne } from '../../platform/use-one.ts';
import { letterLines } from './letter.ts';

function Letter({ one }: { readonly one: AuthenticationView }) {
  const { heading, lines } = letterLines(one);
  return (
    <main className="work work--narrow">
      <div className="work__head">
        <h1>告知信</h1>
        <p className="summary">给没有手机、没有微信的人，大字，带走或送到家</p>
      </div>
      <article className="card letter">
        <p className="letter__to">{one.whoName}：</p>
        <h2>{heading}</h2>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className="letter__from">
          {one.office?.name}
          {one.office?.phone && <span className="nums">电话 {one.office.phone}</span>}
        </p>
        <p className="letter__number nums">编号 {one.number}</p>
        <Citations clauses={one.sentence.clauses} />
        <div className="slip__acts">
          <Button size="large" type="primary" icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
            打印
          </Button>
        </div>
      </article>
    </main>
  );
}

/** What a push would have told somebody who has no account: that it is done, by whom, and that nothing is asked for. Printed. */
export function LetterPage() {
  usePageTitle('告知信');
  const { authenticationId = '' } = useParams();
  const one = useOne(['authentication', authenticationId], () => call(staffApi.staffAuthentication, { params: { authenticationId } }));
  return (
    <Opened one={one} what="告知信" back="/queue/authentications">
      {(data) => <Letter key={authenticationId} one={data} />}
    </Opened>
  );
}
