import type { MemberForm } from '@assist/contracts';
import { useRouter } from '@tarojs/taro';
import { memberOf, membersOf } from '@/application/draft/edits';
import { incomeSection, monthlyIncome, supportersOpen } from '@/application/sections/household-sections';
import { type DraftProps, withDraft } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Head, Page } from '@/components/page';
import { State } from '@/components/state';
import { goTo, replaceWith } from '@/platform/navigate';
import { yuanInDigits } from '@/wording/amount';
import { OfMember } from './_of-member';
import { Supporters } from './_supporters';
import '../../_parts/apply.scss';

/** Income of everybody at a glance; with `id` one person's, with `who=supporters` what relatives outside give. */
function Income(props: DraftProps) {
  const { form } = props;
  const { id, who } = useRouter().params;
  const member = id === undefined ? undefined : memberOf(form, id);
  if (member) return <OfMember {...props} member={member} />;
  if (who === 'supporters') return <Supporters {...props} />;
  const open = supportersOpen(form);
  const next = membersOf(form).find((m) => m.income === undefined);
  return (
    <Page
      title="收入"
      actions={
        <ActionBar hint="记不清，写个大概的数也行">
          {next ? (
            <Button onTap={() => goTo('income', { id: next.id })}>{`接着填：${calledName(next)}的收入`}</Button>
          ) : open ? (
            <Button onTap={() => goTo('income', { who: 'supporters' })}>接着填：不住一起的亲人</Button>
          ) : (
            <Button onTap={() => replaceWith('apply')}>好了</Button>
          )}
        </ActionBar>
      }
    >
      <Head
        title="家里有哪些收入？"
        lead={
          incomeSection(form).status === 'not-started'
            ? '一个人一个人地写，没有也说一声。'
            : `一个月约 ${yuanInDigits(monthlyIncome(form))} 元。`
        }
      />
      <Card list>
        {membersOf(form).map((m) => (
          <Row
            key={m.id}
            title={calledName(m)}
            under={incomeWords(m)}
            aside={<State kind={m.income ? 'done' : 'none'}>{m.income ? '填好了' : '没开始'}</State>}
            onTap={() => goTo('income', { id: m.id })}
          />
        ))}
        <Row
          title="不住一起的亲人给的"
          under="父母、子女这些"
          aside={
            <State kind={open ? (form.supporters ? 'half' : 'none') : 'done'}>
              {open ? (form.supporters ? '差一点' : '没开始') : '填好了'}
            </State>
          }
          onTap={() => goTo('income', { who: 'supporters' })}
        />
      </Card>
    </Page>
  );
}

function incomeWords({ income }: MemberForm): string {
  if (!income) return '还没说';
  if (income.length === 0) return '没有收入';
  return `${income.length} 样`;
}

export default withDraft('收入', Income);
