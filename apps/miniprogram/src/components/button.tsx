import { useRef, useState } from 'react';
import { Icon, type IconName } from './icon';
import { Tap } from './tap';

export interface ButtonProps {
  readonly children: string;
  /** May take its time: until it is done the button says so and takes no second tap. */
  readonly onTap: () => unknown;
  readonly kind?: 'primary' | 'second' | 'quiet' | 'urgent';
  readonly small?: boolean;
  readonly icon?: IconName;
  /** Busy for a reason outside of `onTap`. */
  readonly busy?: boolean;
  readonly busyText?: string;
  readonly label?: string;
}

/** It is never greyed out: a tap says what is still wanted. */
export function Button({ children, onTap, kind = 'primary', small, icon, busy = false, busyText = '正在送', label }: ButtonProps) {
  const [going, setGoing] = useState(false);
  const taken = useRef(false);
  const isBusy = busy || going;
  const tap = () => {
    if (busy || taken.current) return;
    const work = onTap();
    if (!(work instanceof Promise)) return;
    taken.current = true;
    setGoing(true);
    const done = () => {
      taken.current = false;
      setGoing(false);
    };
    work.then(done, done);
  };
  return (
    <Tap
      className={`btn btn--${kind} ${small ? 'btn--small' : ''} ${isBusy ? 'btn--busy' : ''}`}
      onTap={tap}
      disabled={isBusy || undefined}
      label={label}
    >
      {icon && !isBusy ? <Icon name={icon} /> : null}
      {isBusy ? busyText : children}
    </Tap>
  );
}
