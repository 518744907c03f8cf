import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { membersOf } from '@/application/draft/edits';
import { copyOf, copyText } from '@/application/printing/copy-lines';
import { copyWords } from '@/application/printing/copy-words';
import { printPage } from '@/application/printing/print-page';
import { type DraftProps, withDraft } from '@/application/use-application';
import { officeOf } from '@/application/where/places';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { placeName } from '@/platform/places';
import '../../_parts/apply.scss';

/** Everything that was entered, on one page: to read over, to print, to take to a window. */
function Copy({ form, beside }: DraftProps) {
  const [done, setDone] = useState<string>();
  const names = usePlaceNames([form.residence, ...membersOf(form).flatMap((m) => [m.registration, m.residence])]);
  const groups = copyOf(form, (code) => names.get(code));
  const office = officeOf(beside);
  return (
    <Page
      title="填的都在这里"
      actions={
        <ActionBar {...(done !== undefined && { hint: done, hintIcon: 'check' })}>
          {printPage ? <Button onTap={printPage}>印出来</Button> : null}
          <Button
            kind={printPage ? 'quiet' : 'primary'}
            onTap={async () => setDone((await copyWords(copyText(groups))) ? '抄好了，粘到哪里都行' : '没抄成，可以截屏')}
          >
            抄成文字
          </Button>
        </ActionBar>
      }
    >
      <Head title="填的都在这里" lead={office ? `带到${office.name}，或打电话照着念。` : '可以带到窗口，也可以照着念。'} />
      <Note tone="plain">证件号不全印出来，到窗口给看证件就行。</Note>
      {groups.length ? (
        groups.map((g) => (
          <Section key={g.title} title={g.title}>
            <Card>
              {g.lines.map((l) => (
                <View key={`${l.name}${l.value}`} className="paper-line">
                  <View className="paper-line__name">{l.name}</View>
                  <View className="paper-line__value said">{l.value}</View>
                </View>
              ))}
            </Card>
          </Section>
        ))
      ) : (
        <View className="foot">还没有填。填一样，这里就多一样。</View>
      )}
    </Page>
  );
}

type Placed = { readonly kind: string; readonly divisionCode?: string } | undefined;

/** Names of the townships that stand in the form, as far as they can be asked for. */
function usePlaceNames(places: readonly Placed[]): ReadonlyMap<string, string> {
  const codes = [...new Set(places.flatMap((p) => (p?.divisionCode ? [p.divisionCode] : [])))].sort().join(',');
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let here = true;
    const all = codes.split(',').filter(Boolean);
    void Promise.all(all.map(async (code) => [code, (await placeName(code)) ?? code] as const)).then(
      (pairs) => here && setNames(new Map(pairs)),
    );
    return () => {
      here = false;
    };
  }, [codes]);
  return names;
}

export default withDraft('填的都在这里', Copy);
