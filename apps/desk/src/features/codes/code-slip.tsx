import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Icon } from '../../components/icon.tsx';
import { fullMomentText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { spokenCode } from './code-form.ts';

interface CodeSlipProps {
  readonly code: string;
  readonly expiresAt: string;
  readonly assistant: boolean;
  readonly onDone: () => void;
}

/** The code, large, once. The print carries neither name nor number: a lost slip tells nobody anything. */
export function CodeSlip({ code, expiresAt, assistant, onDone }: CodeSlipProps) {
  const { office } = useStaff();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className="card slip">
      <h2 ref={heading} tabIndex={-1}>
        把这个码给本人
      </h2>
      <p className="slip__code nums">{spokenCode(code)}</p>
      <p className="slip__until">{fullMomentText(expiresAt)} 以前有用，只能用一次</p>
      <ol className="slip__how">
        <li>打开小程序，点“我的”。</li>
        <li>找到“核身码”，写上这个码。</li>
        <li>{assistant ? '写好了，这部手机就能帮更多的人认证。' : '写好就能看到自己的申请。'}</li>
      </ol>
      <p className="slip__care">这个码不要给别人。不收钱，没有人会打电话来要。</p>
      <p className="slip__from">{office.name}</p>
      <div className="slip__acts">
        <Button size="large" icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
          打印大字条
        </Button>
        <Button size="large" type="primary" onClick={onDone}>
          给了，收起来
        </Button>
      </div>
      <p className="sub slip__acts">收起来以后看不到了；丢了就再给一个。</p>
    </article>
  );
}
