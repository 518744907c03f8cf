import { ageOn } from '@assist/policy';
import { View } from '@tarojs/components';
import { membersOf, nextMemberId, withNewMember } from '@/application/draft/edits';
import { openAbout } from '@/application/sections/household-sections';
import { type DraftProps, withDraft } from '@/application/use-application';
import { calledName, listed } from '@/application/words/lists';
import { RELATION_NAMES } from '@/application/words/names';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Head, Page } from '@/components/page';
import { State } from '@/components/state';
import { today } from '@/platform/clock';
import { goTo, replaceWith } from '@/platform/navigate';
import { Fixes } from '../../_parts/fixes';
import '../../_parts/apply.scss';

function Members({ app, form, beside, change, changeBeside }: DraftProps) {
  const members = membersOf(form);
  const add = () => {
    // Ids of people who were taken out are not given again.
    const id = nextMemberId(form, beside.seenMembers);
    change((f) => withNewMember(f, { id, relation: 'other', name: '' }));
    changeBeside((b) => ({ ...b, seenMembers: [...new Set([...(b.seenMembers ?? []), id])] }));
    goTo('member', { id });
  };
  const done = () => {
    changeBeside((b) => ({ ...b, everyoneNamed: true }));
    replaceWith('apply');
  };
  return (
    <Page
      title="家里的人"
      actions={
        <ActionBar hint="一起吃住的都写上，在外打工上学的也算">
          <Button onTap={done}>{`就这 ${members.length} 口人`}</Button>
          <Button kind="quiet" icon="plus" onTap={add}>
            再加一个人
          </Button>
        </ActionBar>
      }
    >
      <Head title="家里有哪些人？" lead="一起吃住的人（共同生活家庭成员）。" />
      <Fixes app={app} under="members" />
      <Card list>
        {members.map((m) => {
          const open = openAbout(m);
          const age = m.birthDate ? `，${ageOn(m.birthDate, today())} 岁` : '';
          const under = `${RELATION_NAMES[m.relation]}${age}${open.length ? `，还差${listed(open, 1)}` : ''}`;
          return (
            <Row
              key={m.id}
              title={calledName(m)}
              under={under}
              aside={<State kind={open.length ? 'half' : 'done'}>{open.length ? '差一点' : '填好了'}</State>}
              onTap={() => goTo('member', { id: m.id })}
            />
          );
        })}
      </Card>
      <View className="foot">没有身份证的人也写上，写清为什么没有就行。</View>
    </Page>
  );
}

export default withDraft('家里的人', Members);
