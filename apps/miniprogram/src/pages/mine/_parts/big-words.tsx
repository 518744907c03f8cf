import { View } from '@tarojs/components';
import { Card, Row } from '@/components/card';
import { Segments, Switch } from '@/components/choice';
import { type ElderStep, setViewing, useViewing } from '@/platform/viewing';

const STEPS = [
  { value: '1', title: '一档' },
  { value: '2', title: '二档' },
  { value: '3', title: '三档' },
  { value: '4', title: '四档' },
  { value: '5', title: '五档' },
] as const;

/** 长辈版: on and off at once, with five sizes of words. All pages follow. */
export function BigWords() {
  const { elder, step } = useViewing();
  return (
    <Card list>
      <Row
        icon="text-size"
        title="长辈版"
        under="字大、按钮大"
        aside={<Switch label="长辈版" on={elder} onChange={(on) => setViewing({ elder: on, asked: true })} />}
      />
      {elder ? (
        <View className="word-size">
          <View className="small quiet">字要多大，点一下就看到</View>
          <Segments
            label="字的大小"
            options={STEPS}
            value={String(step) as (typeof STEPS)[number]['value']}
            onChange={(v) => setViewing({ step: Number(v) as ElderStep })}
          />
        </View>
      ) : null}
    </Card>
  );
}
