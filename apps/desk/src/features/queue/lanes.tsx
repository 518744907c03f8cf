import { LANE_OF, LANES as LANES_OF_THE_CONTRACT, type Lane, type QueuePage, WORK_KINDS, type WorkKind } from '@assist/contracts';
import { NavLink } from 'react-router';
import { Icon, type IconName } from '../../components/icon.tsx';

export { pathOf } from '../../components/item-path.ts';

/** The lanes as the desk draws them. Who is who stands apart from applications: it ends in another way. */
export const LANE_IDS = LANES_OF_THE_CONTRACT;
/** Six are drawn; identities to be settled are few and stand as a mark beside the applications. */
const DRAWN = LANE_IDS.filter((lane) => lane !== 'identity');
export type LaneId = Lane;

interface LaneInfo {
  readonly path: string;
  readonly name: string;
  readonly says: string;
  readonly icon: IconName;
  readonly kinds: readonly WorkKind[];
  /** Heading of the column that says whom it is about. */
  readonly whom: string;
  /** How what has left the lane is called. */
  readonly ended: string;
  readonly empty: string;
}

const kindsOf = (lane: Lane): WorkKind[] => WORK_KINDS.filter((kind) => LANE_OF[kind] === lane);

export const LANES: Readonly<Record<LaneId, LaneInfo>> = {
  applications: {
    path: '/queue/applications',
    name: '新申请',
    says: '看材料、请补、受理',
    icon: 'paper',
    kinds: kindsOf('applications'),
    whom: '家庭',
    ended: '已受理',
    empty: '现在没有等着办的。新来的会写在右上角。',
  },
  identity: {
    path: '/queue/identity',
    name: '身份核对',
    says: '一个证件号，两个账户写了',
    icon: 'person',
    kinds: kindsOf('identity'),
    whom: '谁',
    ended: '写明了',
    empty: '现在没有要核对的身份。',
  },
  changes: {
    path: '/queue/changes',
    name: '变化报告',
    says: '核实，写初步意见或办结',
    icon: 'swap',
    kinds: kindsOf('changes'),
    whom: '家庭和变化',
    ended: '办结了',
    empty: '现在没有新报的变化。',
  },
  authentications: {
    path: '/queue/authentications',
    name: '资格认证',
    says: '约上门、看视频、看一眼',
    icon: 'shield',
    kinds: kindsOf('authentications'),
    whom: '谁，为什么',
    ended: '做完了',
    empty: '现在没有要上门、要看的。没认证也不停钱。',
  },
  alerts: {
    path: '/queue/alerts',
    name: '预警',
    says: '上门看，定六种结果之一',
    icon: 'warn',
    kinds: kindsOf('alerts'),
    whom: '谁',
    ended: '有结果了',
    empty: '现在没有预警要看。',
  },
  objections: {
    path: '/queue/objections',
    name: '公示异议',
    says: '核实，回给提的人',
    icon: 'two',
    kinds: kindsOf('objections'),
    whom: '公示的家庭',
    ended: '回复了',
    empty: '现在没有人提不同意见。',
  },
  complaints: {
    path: '/queue/complaints',
    name: '举报投诉',
    says: '一件一件查，回给说的人',
    icon: 'eye',
    kinds: kindsOf('complaints'),
    whom: '什么事',
    ended: '回复了',
    empty: '现在没有举报投诉要查。',
  },
};

/** How pressing a lane is, in a few words; what is done in it where nothing presses. */
function pressingWords(pressing: NonNullable<QueuePage['pressing']>[LaneId] | undefined, says: string): string {
  if (!pressing) return says;
  if (pressing.nearest === null) return '现在没有';
  if (pressing.past > 0) return `${pressing.past} 件超期${pressing.today > 0 ? `，${pressing.today} 件今天到期` : ''}`;
  return pressing.today > 0 ? `${pressing.today} 件今天到期` : `最近的还有 ${pressing.nearest} 天`;
}

/** The six lanes. How many stand in each, and how soon the nearest step ends. */
export function Lanes({ counts, pressing }: { readonly counts: QueuePage['lanes']; readonly pressing: QueuePage['pressing'] }) {
  const of = (lane: LaneId): number | '' => (counts ? LANES[lane].kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0) : '');
  return (
    <nav className="lanes" aria-label="分道">
      {DRAWN.map((lane) => (
        <NavLink key={lane} to={LANES[lane].path} className="lane" title={LANES[lane].says}>
          <Icon name={LANES[lane].icon} />
          <span className="lane__n">{LANES[lane].name}</span>
          <b className="nums">{of(lane)}</b>
          <span className="lane__d">{pressingWords(pressing?.[lane], LANES[lane].says)}</span>
        </NavLink>
      ))}
    </nav>
  );
}
