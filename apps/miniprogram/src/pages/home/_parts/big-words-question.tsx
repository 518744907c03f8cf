import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { phoneHasBigWords } from '@/platform/big-words';
import { setViewing, useViewing } from '@/platform/viewing';

const big = phoneHasBigWords();

/** The phone itself is set to big words: asked once, never again. */
export function BigWordsQuestion() {
  const { elder, asked } = useViewing();
  if (!big || elder || asked) return null;
  return (
    <Sheet
      title="您的手机字调大了，这里也用大字吗？"
      actions={
        <>
          <Button onTap={() => setViewing({ elder: true, asked: true })}>用大字（长辈版）</Button>
          <Button kind="second" onTap={() => setViewing({ asked: true })}>
            不用，就这样
          </Button>
        </>
      }
    >
      以后在“我的”里随时能换。
    </Sheet>
  );
}
