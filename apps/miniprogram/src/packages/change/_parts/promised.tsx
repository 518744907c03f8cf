import { EVIDENCE_NAMES } from '@assist/contracts';
import { View } from '@tarojs/components';
import type { ChangeDraft } from '@/application/change/change-record';
import { APPLY_CITED } from '@/application/evidence/cited';
import { Card } from '@/components/card';
import { Cite } from '@/components/cite';

/** Before it is sent: what the promise holds that stands in the place of papers. It grows and shrinks with what is told. */
export const Promised = ({ declared }: Pick<ChangeDraft, 'declared'>) =>
  declared?.length ? (
    <View className="gap">
      <Card>
        <View className="strong">没有单子，您承诺说的都是真的</View>
        <View>{`这些就不用再要：${declared.map((one) => EVIDENCE_NAMES[one.about]).join('、')}。`}</View>
        <Cite citation={APPLY_CITED.declare} />
      </Card>
    </View>
  ) : null;
