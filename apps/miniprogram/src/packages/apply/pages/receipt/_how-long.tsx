import type { CitedSentence } from '@assist/contracts';
import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { lengthIn } from '../../_logic/length-in';

/** How long it may take, the days large: what somebody who just sent it asks first. */
export function HowLong({ promises }: { readonly promises: readonly CitedSentence[] }) {
  return (
    <View className="gap">
      <Card>
        {promises.map(({ sentence, clauses }) => {
          const { before, days, after } = lengthIn(sentence);
          return (
            <View key={sentence} className="how-long">
              {before ? <View className="small quiet">{before}</View> : null}
              <View>
                {days ? <Text className="clock__count">{days}</Text> : null}
                <Text>{after}</Text>
              </View>
              <Cites citations={clauses} />
            </View>
          );
        })}
      </Card>
    </View>
  );
}
