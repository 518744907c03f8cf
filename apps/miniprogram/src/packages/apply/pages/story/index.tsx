import type { DraftForm } from '@assist/contracts';
import { View } from '@tarojs/components';
import { same } from '@/application/same';
import { type DraftProps, withDraft } from '@/application/use-application';
import { EMERGENCY_NAMES } from '@/application/words/names';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { PlaceField } from '@/components/place-field';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { YesNo } from '@/components/yes-no';
import { today } from '@/platform/clock';
import { goTo, replaceWith } from '@/platform/navigate';
import { useFix } from '../../_parts/fixes';
import '../../_parts/apply.scss';

type Emergency = NonNullable<DraftForm['emergency']>;
const NOTHING = '没有急事';
const CHOICES: Readonly<Record<Emergency['kind'] | 'none', string>> = { none: NOTHING, ...EMERGENCY_NAMES };

function Story({ app, form, change, changeBeside }: DraftProps) {
  const { emergency } = form;
  const startFix = useFix(app, 'emergency.startedOn');
  const storyFix = useFix(app, 'story');
  const put = (part: Partial<Emergency>) => change((f) => ({ ...f, emergency: { kind: 'other', ...f.emergency, ...part } }));
  const done = () => {
    changeBeside((b) => ({ ...b, passed: [...new Set([...(b.passed ?? []), 'story'])] }));
    replaceWith('apply');
  };
  return (
    <Page
      title="出了什么事"
      actions={
        <ActionBar hint="没有就点“好了”">
          <Button onTap={done}>好了</Button>
        </ActionBar>
      }
    >
      <Head title="最近出了什么难事？" lead="生病、意外、断了收入，都可以写。" />
      <Select
        label="是哪一样"
        placeholder={NOTHING}
        options={CHOICES}
        value={emergency?.kind as Emergency['kind'] | 'none' | undefined}
        onChange={(kind) => (kind === 'none' ? change(({ emergency: _gone, ...f }) => f) : put({ kind }))}
      />
      {emergency ? (
        <>
          <View className="gap-l">
            <DateField
              label="哪天开始的"
              aside="记不清先空着"
              to={today()}
              value={emergency.startedOn}
              onChange={(startedOn) => put({ startedOn })}
              problem={startFix}
            />
          </View>
          <View className="gap-l">
            <YesNo
              label="今天就要帮吗"
              hint="吃饭、住处、看病等不得"
              yes="要"
              no="能等"
              value={emergency.urgent}
              onChange={(urgent) => put({ urgent })}
            />
          </View>
          {emergency.urgent ? (
            <View className="gap-l">
              <YesNo
                label="是在住的地方出的事吗"
                yes="是"
                no="在别处"
                value={emergency.place === undefined ? undefined : same(emergency.place, form.residence)}
                onChange={(here) => put({ place: here ? form.residence : { kind: 'no-fixed-place' } })}
              />
              {emergency.place && !same(emergency.place, form.residence) ? (
                <View className="gap">
                  <PlaceField
                    label="在哪里出的事"
                    elsewhere
                    nowhere="说不清"
                    value={emergency.place}
                    onChange={(place) => put({ place })}
                  />
                </View>
              ) : null}
            </View>
          ) : null}
          {emergency.urgent ? (
            <View className="gap-l">
              <Note tone="urgent" title="等不得，就先打电话">
                急事在哪里出的，就在哪里能申请。
              </Note>
              <View className="gap">
                <Button kind="urgent" icon="phone" onTap={() => goTo('urgent')}>
                  现在就要人帮
                </Button>
              </View>
            </View>
          ) : null}
        </>
      ) : null}
      <View className="gap-l">
        <TextField
          label="用自己的话说说"
          aside="想说再写"
          hint="镇上的人会看到"
          long
          maxLength={2000}
          value={form.story ?? ''}
          onChange={(story) => change((f) => ({ ...f, story: story || undefined }))}
          problem={storyFix}
        />
      </View>
    </Page>
  );
}

export default withDraft('出了什么事', Story);
