import { type ConsentAct, STATEMENT_HASHES, STATEMENTS, type StatementId } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Tap } from '@/components/tap';
import { wordingOf } from '@/wording/day';

/** A consent to exactly what stands on the page. */
export const consentTo = (statement: StatementId): ConsentAct => ({
  statement,
  version: STATEMENTS[statement].version,
  hash: STATEMENT_HASHES[statement],
});

/** The whole wording that is agreed to; opened by a tap where the short of it stands above. */
export function FullStatement({ id, open = false }: { readonly id: StatementId; readonly open?: boolean }) {
  const [shown, setShown] = useState(open);
  const { title, paragraphs, version } = STATEMENTS[id];
  return (
    <>
      {open ? null : (
        <Tap className="whole" expanded={shown} onTap={() => setShown(!shown)}>
          <View className="whole__words">{shown ? '收起完整的告知' : '看完整的告知'}</View>
          <Icon name={shown ? 'chevron-up' : 'chevron-down'} size="m" />
        </Tap>
      )}
      {shown ? (
        <Card>
          <View className="strong">{title}</View>
          {paragraphs.map((text) => (
            <View key={text} className="gap-s small">
              {text}
            </View>
          ))}
          <View className="gap-s cap quiet">{wordingOf(version)}</View>
        </Card>
      ) : null}
    </>
  );
}
