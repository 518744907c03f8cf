import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card, Row } from '@/components/card';
import { Note } from '@/components/note';
import { Head, Page, Section } from '@/components/page';
import { TextField } from '@/components/text-field';
import { OfficeFinder } from '@/help/office-finder';
import { goTo } from '@/platform/navigate';
import { libraryFor } from '../../_logic/library';

/** 政策: each benefit in plain words. It is on the phone, and wants no network but for an office's telephone. */
export default function Library() {
  const [typed, setTyped] = useState('');
  const sections = libraryFor(typed);
  return (
    <Page title="政策，用大白话说">
      <Head tight title="有哪些帮助" lead="点开看是什么、找谁办、要带什么。没有网也能看。" />
      <TextField label="找一样" placeholder="比如：看病" maxLength={20} value={typed} onChange={setTyped} />
      {sections.length === 0 ? (
        <View className="gap">
          <Note tone="plain">没找到这个词。换个说法，或者打电话问。</Note>
        </View>
      ) : null}
      {sections.map((s) => (
        <Section key={s.title} title={s.title} aside={`${s.benefits.length} 样`}>
          <Card list>
            {s.benefits.map((b) => (
              <Row key={b.id} title={b.title} under={b.about} onTap={() => goTo('benefit', { id: b.id })} />
            ))}
          </Card>
        </Section>
      ))}
      <Section title="您那里的电话">
        <OfficeFinder />
      </Section>
    </Page>
  );
}
