import { citationOf } from '@assist/policy-chongqing/preview';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ActionBar, ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { NumberedSteps } from '@/components/numbered-steps';
import { Head, Page, Section } from '@/components/page';
import { goTo } from '@/platform/navigate';
import { benefitOf } from '../../_logic/library';

/** One benefit: what it is, who handles it, what is asked for, what a person decides, and the clauses. */
export default function OneBenefit() {
  const { id = '' } = useRouter().params;
  const benefit = benefitOf(id);
  if (!benefit)
    return (
      <Page title="这是什么帮助">
        <Head title="没有找到这一样" lead="它可能改了名字。" />
        <Button onTap={() => goTo('library')}>看看有哪些帮助</Button>
      </Page>
    );
  return (
    <Page
      title={benefit.title}
      actions={
        <ActionBar hint="够不够得上都能申请">
          <ButtonRow>
            <Button kind="second" onTap={() => goTo('check')}>
              先算一算
            </Button>
            <Button onTap={() => goTo('apply')}>我要申请</Button>
          </ButtonRow>
        </ActionBar>
      }
    >
      <Head tight title={benefit.title} lead={benefit.about} />
      <Card>
        <View className="small quiet">找谁办</View>
        <View className="strong">{benefit.handledBy}</View>
      </Card>
      {benefit.documents.length ? (
        <Section title="要带什么" aside="没有也能先申请">
          <NumberedSteps steps={benefit.documents} />
        </Section>
      ) : null}
      {benefit.remains.length ? (
        <Section title="这几样，要人来看">
          <NumberedSteps steps={benefit.remains} />
        </Section>
      ) : null}
      <Section title="依据">
        <Card>
          <Cites citations={benefit.clauses.flatMap((clause) => citationOf(clause) ?? [])} />
        </Card>
      </Section>
    </Page>
  );
}
