import { accessible } from '@/platform/accessible';
import type { TapProps } from './tap-props';

/** In the browser a button element: keyboard and screen reader know it. */
export function Tap({ className = '', onTap, children, role = 'button', ...rest }: TapProps) {
  return (
    <button
      type="button"
      className={`tap ${className}`}
      onClick={onTap}
      {...accessible({ role: role === 'button' ? undefined : role, ...rest })}
    >
      {children}
    </button>
  );
}
