import './verdict-mark.css';
import { type FindingView, NOT_KNOWN } from '@assist/contracts';
import { Icon, type IconName } from './icon.tsx';

const SHAPES: Readonly<Record<FindingView['verdict'], { readonly icon: IconName; readonly tone: string }>> = {
  [NOT_KNOWN]: { icon: 'half', tone: 'maybe' },
  met: { icon: 'tick', tone: 'likely' },
  'for-officer': { icon: 'half', tone: 'maybe' },
  unknown: { icon: 'ring', tone: 'none' },
  'not-met': { icon: 'dashed-ring', tone: 'notyet' },
};

/** The shape of a verdict: solid disc with a tick, half, empty ring, dashed ring. It is read without colour too. */
export function VerdictMark({ verdict, small = false }: { readonly verdict: FindingView['verdict']; readonly small?: boolean }) {
  const { icon, tone } = SHAPES[verdict];
  return (
    <span className={`verdict verdict--${tone}${small ? ' verdict--small' : ''}`}>
      <Icon name={icon} size={small ? 14 : 18} strong={verdict === 'met'} />
    </span>
  );
}
