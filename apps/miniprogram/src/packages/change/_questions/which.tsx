import { LIFE_EVENT_LIST } from '@assist/policy-chongqing/life-events';
import { View } from '@tarojs/components';
import { Choice } from '@/components/choice';
import { Head } from '@/components/page';
import { accessible } from '@/platform/accessible';
import { groupOf } from '../_logic/groups';
import { isPicked, toggleEvent } from '../_logic/pick-events';
import type { ChangeProps } from '../_parts/with-change';

const TITLES = new Map(LIFE_EVENT_LIST.map(({ id, title }) => [id, title]));

/** What a picture means here; several may be true. */
export function Which({ record, change, changeBeside, group: id }: ChangeProps & { readonly group: string }) {
  const group = groupOf(id);
  if (!group) return null;
  const toggle = (event: string) => {
    const after = toggleEvent(record, event);
    change(() => after.draft);
    changeBeside(() => after.beside);
  };
  return (
    <>
      <Head title={group.question} lead="可以选几样。" />
      <View className="choices" {...accessible({ role: 'group', label: group.question })}>
        {group.events.map((event) => (
          <Choice
            key={event}
            many
            option={{ value: event, title: TITLES.get(event) ?? event }}
            on={isPicked(record, event)}
            onTap={() => toggle(event)}
          />
        ))}
      </View>
    </>
  );
}
