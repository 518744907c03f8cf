import './shell.css';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { NavLink } from 'react-router';
import { useMayAct, useSignOut, useStaff } from '../platform/session.tsx';
import { useSupervisorInbox } from '../platform/supervisor.ts';
import { useCommand } from '../platform/use-command.ts';
import { useKeys } from '../platform/use-keys.ts';
import { Icon, type IconName } from './icon.tsx';
import { IdleDialog } from './idle-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { Mark } from './mark.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { ProblemBox } from './problem-note.tsx';
import { SecondFactorDialog } from './second-factor-dialog.tsx';

const ROLE_WORDS = {
  handler: '经办',
  auditor: '审计，只看',
  confirmer: '区民政局，审核确认',
  assistant: '村社协理员',
  supervisor: '负责人',
} as const;

function Place({
  to,
  icon,
  children,
  mini,
  count,
}: {
  readonly to: string;
  readonly icon: IconName;
  readonly children: string;
  readonly mini: boolean;
  readonly count?: number | undefined;
}) {
  return (
    <NavLink to={to} className="side__i" {...(mini && { 'aria-label': children, title: children })}>
      <Icon name={icon} />
      {!mini && children}
      {!mini && count ? <span className="side__n nums">{count}</span> : null}
    </NavLink>
  );
}

function Me({ mini }: { readonly mini: boolean }) {
  const staff = useStaff();
  const signOut = useSignOut();
  const leave = useCommand(signOut);
  return (
    <div className="side__me">
      <span className="avatar" title={`${staff.name}，${ROLE_WORDS[staff.role]}`}>
        {staff.name.slice(0, 1)}
      </span>
      {!mini && (
        <div className="side__who">
          <b>{staff.name}</b>
          <span>{ROLE_WORDS[staff.role]}</span>
        </div>
      )}
      <Button type="text" aria-label="退出" title="退出" icon={<Icon name="out" />} loading={leave.busy} onClick={() => leave.run()} />
      {leave.problem && <ProblemBox problem={leave.problem} />}
    </div>
  );
}

/** The frame of every page: where one can go, who one is. `mini` leaves the room to the case. */
export function Shell({ children, mini = false }: { readonly children: ReactNode; readonly mini?: boolean }) {
  const staff = useStaff();
  const mayAct = useMayAct();
  const waiting = useSupervisorInbox(staff.role === 'supervisor').data?.items.length;
  const [help, setHelp] = useState(false);
  useKeys('anywhere', { help: () => setHelp(true) });
  return (
    <div className="desk">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <aside className={`side${mini ? ' side--mini' : ''}`}>
        <div className="side__brand">
          <Mark />
          {!mini && (
            <div>
              <b>镇街工作台</b>
              <span>{staff.office.name}</span>
            </div>
          )}
        </div>
        <nav aria-label="工作台">
          {staff.role !== 'confirmer' && staff.role !== 'assistant' && (
            <Place to="/queue" icon="queue" mini={mini}>
              工作队列
            </Place>
          )}
          {staff.role === 'supervisor' && (
            <Place to="/supervisor" icon="warn" mini={mini} count={waiting}>
              等我定的
            </Place>
          )}
          <Place to="/runs" icon="papers" mini={mini}>
            在办的程序
          </Place>
          {staff.role !== 'assistant' && (
            <Place to="/watched" icon="eye" mini={mini}>
              监测名单
            </Place>
          )}
          {staff.role === 'confirmer' && (
            <Place to="/complaints" icon="warn" mini={mini}>
              举报投诉
            </Place>
          )}
          {staff.role !== 'confirmer' && staff.role !== 'assistant' && (
            <Place to="/register" icon="people" mini={mini}>
              在册家庭
            </Place>
          )}
          {staff.role !== 'confirmer' && staff.role !== 'assistant' && (
            <>
              <Place to="/reviews" icon="visit" mini={mini}>
                核查计划
              </Place>
              <Place to="/gradual" icon="half" mini={mini}>
                渐退期台账
              </Place>
            </>
          )}
          {staff.role !== 'assistant' && (
            <Place to="/referrals" icon="forward" mini={mini}>
              转介台账
            </Place>
          )}
          {staff.role !== 'assistant' && (
            <Place to="/payments" icon="money" mini={mini}>
              发放清单
            </Place>
          )}
          {staff.role !== 'assistant' && (
            <Place to="/standards" icon="book" mini={mini}>
              低保标准
            </Place>
          )}
          {staff.role !== 'assistant' && (
            <Place to="/reports" icon="chart" mini={mini}>
              报表
            </Place>
          )}
          {(mayAct || staff.role === 'confirmer') && (
            <Place to="/archives" icon="save-to" mini={mini}>
              导出
            </Place>
          )}
          {staff.role === 'assistant' && (
            <Place to="/phone" icon="phone" mini={mini}>
              我的手机
            </Place>
          )}
          <Place to="/shares" icon="swap" mini={mini}>
            互相帮的
          </Place>
          <Place to="/colleagues" icon="person" mini={mini}>
            {mayAct ? '同事和近亲属' : '近亲属备案'}
          </Place>
          {mayAct && (
            <Place to="/codes" icon="shield" mini={mini}>
              给核身码
            </Place>
          )}
          {staff.role === 'auditor' && (
            <Place to="/audit" icon="trail" mini={mini}>
              留痕
            </Place>
          )}
          <button
            type="button"
            className="side__i"
            onClick={() => setHelp(true)}
            {...(mini && { 'aria-label': '有哪些键', title: '有哪些键' })}
          >
            <Icon name="keys" />
            {!mini && (
              <>
                有哪些键 <kbd>?</kbd>
              </>
            )}
          </button>
        </nav>
        <Me mini={mini} />
      </aside>
      <div className="desk__main" id="main" tabIndex={-1}>
        {children}
      </div>
      <OfflineBar />
      <SecondFactorDialog />
      <IdleDialog />
      {help && <KeysDialog onClose={() => setHelp(false)} />}
    </div>
  );
}
