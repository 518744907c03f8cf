import { ageOn, type DivisionCode } from '@assist/policy';
import { View } from '@tarojs/components';
import { useMemo } from 'react';
import { membersOf, nextMemberId, withNewMember } from '@/application/draft/edits';
import { estimateOf } from '@/application/estimate/estimate';
import { openAbout } from '@/application/sections/household-sections';
import { type DraftProps, withDraft } from '@/application/use-application';
import { districtFor } from '@/application/where/places';
import { calledName, listed } from '@/application/words/lists';
import { ABSENCE_NAMES, RELATION_NAMES } from '@/application/words/names';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { Head, Page } from '@/components/page';
import { State } from '@/components/state';
import { today } from '@/platform/clock';
import { goTo, replaceWith } from '@/platform/navigate';
import { AloneOffer } from '../../_parts/alone';
import { Fixes } from '../../_parts/fixes';
import { KnownOffer } from './_known';
import { WhoCounts } from './_who-counts';
import '../../_parts/apply.scss';

/** Who counts is the same everywhere; while no place is written, that will do. */
const NATION = '500000' as DivisionCode;

function Members(props: DraftProps) {
  const { app, form, beside, change, changeBeside } = props;
  const district = districtFor(form, beside);
  const on = today();
  const estimate = useMemo(() => (district ? estimateOf(form, district, on) : undefined), [form, district, on]);
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
      <KnownOffer {...props} />
      <Card list>
        {members.map((m) => {
          const open = openAbout(m);
          const age = m.birthDate ? `，${ageOn(m.birthDate, today())} 岁` : '';
          const away = m.absence && m.absence !== 'none' ? `，${ABSENCE_NAMES[m.absence]}` : '';
          const under = `${RELATION_NAMES[m.relation]}${age}${away}${open.length ? `，还差${listed(open, 1)}` : ''}`;
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
      <WhoCounts form={form} district={district ?? NATION} on={on} />
      {estimate ? <AloneOffer form={form} change={change} estimate={estimate} /> : null}
      <View className="foot">没有身份证的人也写上，写清为什么没有就行。</View>
    </Page>
  );
}

export default withDraft('家里的人', Members);
