import type { ApplicationView } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { accessible } from '@/platform/accessible';
import { today } from '@/platform/clock';
import { dayFrom } from '@/wording/day';
import { Card } from './card';
import { Cites } from './cite';

export interface ClockCardProps {
  readonly clock: NonNullable<ApplicationView['clock']>;
  /** Working days among the used ones on which it waited for the person. They count like the others. */
  readonly waited?: number;
  /** Above the count: a `Holder`. */
  readonly children?: ReactNode;
}

/** One box a working day, from the day of acceptance. Before acceptance there is no clock and no last day. */
export function ClockCard({ clock, waited = 0, children }: ClockCardProps) {
  const { workingDays: all, used, due } = clock;
  const left = Math.max(0, all - used);
  const over = Math.max(0, used - all);
  const waiting = Math.min(waited, used);
  const sentence = `镇上收下（受理）那天起，一共 ${all} 个工作日，用了 ${Math.min(used, all)} 个${waiting ? `，其中等您补 ${waiting} 个，期限照走` : ''}，还有 ${left} 个`;
  return (
    <Card>
      {children}
      <View className="clock__top">
        <View className="clock__words">
          {over ? '超过了' : '还有'}
          <View className="clock__count">{over || left}</View>
          个工作日
        </View>
        <View className="clock__by">
          {due.provisional ? '最迟（暂定）' : '最迟'}
          <View className="clock__day">{dayFrom(today(), due.date)}</View>
        </View>
      </View>
      <View className="clock__ticks" {...accessible({ role: 'img', label: sentence })}>
        {Array.from({ length: all }, (_, i) => (
          <View key={String(i)} className={`clock__tick ${i < used ? 'clock__tick--used' : ''}`}>
            {i >= Math.min(used, all) - waiting && i < Math.min(used, all) ? <View className="clock__dot" /> : null}
          </View>
        ))}
      </View>
      <View className="clock__legend">
        <View className="clock__key">
          <View className="clock__tick clock__tick--used clock__swatch" />
          用了 {Math.min(used, all)} 天
        </View>
        <View className="clock__key">
          <View className="clock__tick clock__swatch" />
          还有 {left} 天
        </View>
        {waiting ? <View className="clock__key">其中等您补了 {waiting} 天（期限照走）</View> : null}
      </View>
      <Cites citations={clock.clauses} />
    </Card>
  );
}
