import type { DecisionView } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { decisionDrawing } from '@/application/printing/decision-picture';
import { printPage } from '@/application/printing/print-page';
import { Button } from '@/components/button';
import { PictureCanvas } from '@/components/picture-canvas';
import { savePicture } from '@/platform/save-picture';

const WORDS = {
  saved: '图片存好了，能拿去印',
  refused: '相册没让存，可以截屏',
  'not-possible': '这部手机存不了图片，可以截屏，或请窗口印一份',
} as const;

/** A copy for paper in large type: a browser prints the page itself, the phone keeps it as a picture. */
export function PrintIt({ view }: { readonly view: DecisionView }) {
  const [done, setDone] = useState<string>();
  const keep = async (): Promise<void> => {
    setDone(undefined);
    const saved = await savePicture(`意见和决定 ${view.number ?? ''}`.trim(), (measure) => decisionDrawing(view, measure));
    if (saved !== 'given-up') setDone(WORDS[saved]);
  };
  return (
    <View className="gap stack">
      {printPage ? (
        <Button kind="second" icon="papers" onTap={printPage}>
          印出来（大字）
        </Button>
      ) : null}
      <Button kind={printPage ? 'quiet' : 'second'} icon="papers" busyText="正在存" onTap={keep}>
        存成图片（大字）
      </Button>
      {done ? <View className="small">{done}</View> : null}
      <PictureCanvas />
    </View>
  );
}
