import { type VisitView, wordsOf } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { Note } from '@/components/note';
import { Section } from '@/components/page';
import { Facts, Slip, SlipNumber } from '@/components/slip';
import { today } from '@/platform/clock';
import { dayFrom } from '@/wording/day';
import { whenOf } from '../_logic/standing';
import { isCall, PLACE_WORDS } from '../_logic/visit-notes';

/** When, where, who comes, and the code by which one knows them. */
export function VisitCard({ visit }: { readonly visit: VisitView }) {
  const when = whenOf(visit, (day) => dayFrom(today(), day));
  const facts = [
    { name: '看谁', value: visit.whoName },
    { name: '在哪儿', value: wordsOf(PLACE_WORDS, visit.where, '打电话问镇上') },
    { name: '哪天', value: when ? (visit.state === 'arranged' ? when : `想约${when}，等镇上定`) : '等镇上联系您，一起定' },
    { name: '谁来', value: visit.office.name },
    { name: '收钱吗', value: '不收一分钱' },
  ];
  return (
    <>
      <Card>
        <View>{visit.sentence.sentence}</View>
        <Cites citations={visit.sentence.clauses} />
        <View className="gap">
          <Facts facts={facts} />
        </View>
      </Card>
      {visit.visitors.length ? (
        <Section title={isCall(visit.where) ? '谁打给您' : '谁会来'}>
          <Card>
            <View className="visitors">
              {visit.visitors.map((name) => (
                <View key={name} className="visitors__one">
                  <Avatar name={name} />
                  <View className="visitors__name">{name}</View>
                </View>
              ))}
            </View>
          </Card>
        </Section>
      ) : null}
      {visit.code ? (
        <View className="gap">
          <Slip code>
            <SlipNumber label="来的人报的码" number={visit.code} hint="报的和这里一样才是真的。首页“来人是真的吗”也能查。" />
          </Slip>
        </View>
      ) : null}
      {visit.bring.length ? (
        <View className="gap">
          <Note tone="plain" title="准备一下">
            {visit.bring.join('；')}
          </Note>
        </View>
      ) : null}
      <View className="gap">
        <Note tone="info" icon="shield">
          {isCall(visit.where)
            ? '打来的人先报码，对得上再说。我们不收钱，不要验证码。'
            : '来了先请他们报码，对得上再开门。我们不收钱，不要验证码。'}
        </Note>
      </View>
    </>
  );
}
