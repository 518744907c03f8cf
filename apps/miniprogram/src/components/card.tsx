import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';
import { Icon, type IconName } from './icon';
import { useReadable } from './readable';
import { Tap } from './tap';

/** Holds one matter. `list` holds rows without padding of its own. */
export function Card({
  tone,
  list,
  children,
}: {
  readonly tone?: 'tint' | 'attention';
  readonly list?: boolean;
  readonly children: ReactNode;
}) {
  return <View className={`card ${tone ? `card--${tone}` : ''} ${list ? 'card--list' : ''}`}>{children}</View>;
}

export function Disc({ icon, tone }: { readonly icon: IconName; readonly tone?: 'done' | 'attention' | 'urgent' | 'plain' }) {
  return (
    <View className={`disc ${tone ? `disc--${tone}` : ''}`} {...accessible({ hidden: true })}>
      <Icon name={icon} />
    </View>
  );
}

export interface RowProps {
  readonly title: ReactNode;
  /** A second, smaller line. */
  readonly under?: ReactNode;
  readonly icon?: IconName;
  readonly iconTone?: 'done' | 'attention' | 'urgent' | 'plain';
  /** At the right: a `State`, a value, a switch. */
  readonly aside?: ReactNode;
  /** With an arrow, unless there is an aside. */
  readonly onTap?: () => void;
  /** The one to do next. */
  readonly now?: boolean;
}

/** A row of a list; it is as tall as its words need. Who cannot see it hears these words and no others: it takes no name beside them. */
export function Row({ title, under, icon, iconTone, aside, onTap, now }: RowProps) {
  const read = useReadable(title, under);
  const className = `row ${read} ${icon ? 'row--icon' : ''} ${now ? 'row--now' : ''} ${aside ? 'row--aside' : ''}`;
  const inside = (
    <>
      <View className="row__line" />
      {icon ? <Disc icon={icon} tone={iconTone} /> : null}
      <View className="row__body">
        <View className="row__title">{title}</View>
        {under ? <View className="row__under">{under}</View> : null}
      </View>
      {aside}
      {onTap && !aside ? (
        <View className="row__go">
          <Icon name="chevron-right" size="m" />
        </View>
      ) : null}
    </>
  );
  return onTap ? (
    <Tap className={className} role="link" onTap={onTap}>
      {inside}
    </Tap>
  ) : (
    <View className={className}>{inside}</View>
  );
}
