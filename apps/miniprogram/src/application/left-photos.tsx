import { EVIDENCE_NAMES, type EvidenceKind } from '@assist/contracts';
import { Image, View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { accessible } from '@/platform/accessible';
import type { Application } from './application';
import { leftPhotos } from './photos/left-photos';
import { receiptOf } from './send/receipts';

/** What was photographed for the application and did not go with it: nobody takes the same picture twice. */
export function LeftPhotos({
  app,
  applicationId,
  owner,
  about,
}: {
  readonly app: Application;
  readonly applicationId: string;
  /** Where a chosen one goes. */
  readonly owner: string;
  readonly about: EvidenceKind;
}) {
  const left = leftPhotos(app.photos, receiptOf(app.storage, applicationId));
  if (left.length === 0) return null;
  return (
    <View className="gap">
      <Card>
        <View className="strong">上次没交上的照片，可以直接用</View>
        {left.map((p, i) => (
          <View key={p.id} className="left-photo">
            {p.shownFrom ? (
              <Image className="left-photo__image" src={p.shownFrom} mode="aspectFill" {...accessible({ hidden: true })} />
            ) : null}
            <View className="left-photo__name">{EVIDENCE_NAMES[p.about]}</View>
            <Button
              small
              kind="second"
              label={`用这张，第 ${i + 1} 张，${EVIDENCE_NAMES[p.about]}`}
              onTap={() => void app.photos.give(p.id, owner, about)}
            >
              用这张
            </Button>
          </View>
        ))}
      </Card>
    </View>
  );
}
