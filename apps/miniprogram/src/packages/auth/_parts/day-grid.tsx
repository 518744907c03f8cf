import type { CivilDate } from '@assist/policy';
import { View } from '@tarojs/components';
import { Tap } from '@/components/tap';
import { accessible } from '@/platform/accessible';
import { today } from '@/platform/clock';
import { dayFrom } from '@/wording/day';

const WEEK = '日一二三四五六';
const weekday = (day: CivilDate): string => `周${WEEK[new Date(`${day}T00:00:00Z`).getUTCDay()]}`;

export interface VisitDay {
  readonly day: CivilDate;
  readonly morning: boolean;
  readonly afternoon: boolean;
  readonly provisional: boolean;
}

/** Days that can be asked for: one of them, or none. */
export function DayGrid({
  days,
  value,
  onChange,
}: {
  readonly days: readonly VisitDay[];
  readonly value: CivilDate | undefined;
  readonly onChange: (day: CivilDate) => void;
}) {
  return (
    <View className="days" {...accessible({ role: 'radiogroup', label: '哪一天' })}>
      {days.map(({ day, provisional }, i) => {
        const on = day === value;
        const [, month, date] = day.split('-').map(Number);
        const first = i === 0 || days[i - 1]?.day.slice(5, 7) !== day.slice(5, 7);
        return (
          <Tap
            key={day}
            className={`day ${on ? 'day--on' : ''}`}
            role="radio"
            checked={on}
            label={`${dayFrom(today(), day)}${weekday(day)}${provisional ? '，暂定上班' : ''}`}
            onTap={() => onChange(day)}
          >
            <View className="day__week">{weekday(day)}</View>
            <View className="day__number">{first ? `${month}/${date}` : date}</View>
          </Tap>
        );
      })}
    </View>
  );
}
