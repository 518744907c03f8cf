import { type QueuePage, WORK_KINDS, type WorkKind } from '@assist/contracts';
import { NavLink } from 'react-router';
import { Icon, type IconName } from '../../components/icon.tsx';

export const LANES: Readonly<
  Record<WorkKind, { readonly path: string; readonly name: string; readonly says: string; readonly icon: IconName }>
> = {
  application: { path: '/queue/applications', name: '新申请', says: '看材料、请补、受理', icon: 'paper' },
  'identity-conflict': { path: '/queue/identity', name: '身份核对', says: '一个证件号，两个账户写了', icon: 'person' },
};

/** The lanes there are. Others come with what belongs in them; none is shown before it works. */
export function Lanes({ counts }: { readonly counts: QueuePage['lanes'] }) {
  return (
    <nav className="lanes" aria-label="分道">
      {WORK_KINDS.map((kind) => (
        <NavLink key={kind} to={LANES[kind].path} className="lane">
          <Icon name={LANES[kind].icon} />
          <span className="lane__n">{LANES[kind].name}</span>
          <b className="nums">{counts?.[kind] ?? ''}</b>
          <span className="lane__d">{LANES[kind].says}</span>
        </NavLink>
      ))}
    </nav>
  );
}
