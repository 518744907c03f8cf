import { View } from '@tarojs/components';
import { APPLY_CITED } from '@/application/evidence/cited';
import { type DraftProps, withDraft } from '@/application/use-application';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Cite } from '@/components/cite';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { TextField } from '@/components/text-field';
import { YesNo } from '@/components/yes-no';
import { replaceWith } from '@/platform/navigate';
import '../../_parts/apply.scss';

/** Asked so that somebody else looks at it; it takes nothing away from anybody (JLP53-5-2b). */
function Relatives({ form, change }: DraftProps) {
  const { staffRelatives } = form;
  return (
    <Page
      title="有没有亲戚管救助"
      actions={
        <ActionBar hint="有也照样办">
          <Button onTap={() => replaceWith('apply')}>好了</Button>
        </ActionBar>
      }
    >
      <Head title="家里有亲戚在管救助吗？" lead="镇上办救助的人，村里社区的干部。" />
      <YesNo
        label="有没有"
        hint="父母、子女、丈夫妻子、兄弟姐妹"
        value={staffRelatives?.has}
        onChange={(has) => change((f) => ({ ...f, staffRelatives: { ...f.staffRelatives, has } }))}
      />
      {staffRelatives?.has ? (
        <View className="gap-l">
          <TextField
            label="是谁，在哪里做事"
            aside="可以空着"
            long
            maxLength={200}
            value={staffRelatives.who ?? ''}
            onChange={(who) => change((f) => ({ ...f, staffRelatives: { has: true, who } }))}
          />
        </View>
      ) : null}
      <View className="gap">
        <Note tone="plain">为什么问：有亲戚管救助的，每家都多看一遍，换别人来看。有也不会少给。</Note>
      </View>
      <Cite citation={APPLY_CITED.relatives} />
    </Page>
  );
}

export default withDraft('有没有亲戚管救助', Relatives);
