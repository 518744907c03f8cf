import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { UrgentHelp } from '@/application/urgent/urgent-help';
import { Button } from '@/components/button';
import { FieldProblem } from '@/components/field';
import { Note } from '@/components/note';
import { whereAmI } from '@/platform/where-am-i';

/** Where the phone is, if the person wants it sent along: taken once, by a tap, and theirs to take back. */
export function SpotLine({ urgent, here }: { readonly urgent: UrgentHelp; readonly here: boolean }) {
  const [none, setNone] = useState(false);
  const gone = useRef(false);
  useEffect(
    () => () => {
      gone.current = true;
    },
    [],
  );
  const take = async () => {
    const position = await whereAmI();
    // It was sent without meanwhile: found late, it is not kept for the next call.
    if (gone.current) return;
    setNone(!position);
    if (position) urgent.change({ position });
  };
  if (here)
    return (
      <View className="gap">
        <Note tone="good" icon="pin">
          您现在的位置记下了，跟求助一起送给镇街。
        </Note>
        <Button kind="quiet" small onTap={() => urgent.change({ position: undefined })}>
          不带位置
        </Button>
      </View>
    );
  return (
    <>
      <Button kind="quiet" small icon="pin" busyText="正在取" onTap={take}>
        用我现在的位置
      </Button>
      <FieldProblem>{none ? '没有取到位置。写几个字，或者电话里说，都行。' : undefined}</FieldProblem>
    </>
  );
}
