import type { CivilDate } from '@assist/policy';
import { View } from '@tarojs/components';
import { NOT_YET } from '@/application/change/form-of';
import { Segments } from '@/components/choice';
import { DateField } from '@/components/date-field';
import { Head } from '@/components/page';
import { Select } from '@/components/select';
import { today } from '@/platform/clock';
import { lastMonths, monthInWords } from '../_logic/months';
import type { EventQuestionProps } from './question-props';

/** The day, or only about which month. A day that is not there yet is said, kindly. */
export function WhenQuestion({ question, one, set, name }: EventQuestionProps) {
  const now = today();
  const months = lastMonths(now);
  return (
    <>
      <Head title={question.title} lead={`${question.about}${name ? `（${name}）` : ''}`} />
      <Segments
        label="记得哪一天吗"
        value={one.aboutThen ? 'month' : 'day'}
        onChange={(how) => set({ aboutThen: how === 'month' ? true : undefined, happenedOn: undefined })}
        options={[
          { value: 'day', title: '记得哪一天' },
          { value: 'month', title: '只记得哪个月' },
        ]}
      />
      <View className="gap-l">
        {one.aboutThen ? (
          <Select
            label="大概哪个月"
            options={Object.fromEntries(months.map((month) => [month, monthInWords(month)])) as Record<CivilDate, string>}
            value={one.happenedOn}
            onChange={(happenedOn) => set({ happenedOn })}
          />
        ) : (
          <DateField
            label="哪一天"
            to={now}
            value={one.happenedOn}
            problem={one.happenedOn && one.happenedOn > now ? NOT_YET : undefined}
            onChange={(happenedOn) => set({ happenedOn })}
          />
        )}
      </View>
    </>
  );
}
