import { View } from '@tarojs/components';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { Sheet } from '@/components/sheet';
import { leaveAndClear } from '@/leave';
import { goTab } from '@/platform/navigate';

/** Asks once before everything of the person leaves this phone. */
export function LeaveSheet({ waiting, onClose }: { readonly waiting: number; readonly onClose: () => void }) {
  const leave = async () => {
    await leaveAndClear();
    onClose();
    goTab('home');
  };
  return (
    <Sheet
      title="退出，清掉这部手机上的记录？"
      actions={
        <>
          <Button kind="second" busyText="正在清" onTap={leave}>
            退出，清掉
          </Button>
          <Button onTap={onClose}>先不退</Button>
        </>
      }
    >
      <View className="stack">
        <View>已经交上去的都在镇上，不会少。再进来，同意一下就能接着看。</View>
        {waiting ? <Note tone="attention">有 {waiting} 样还没送出去，清掉就没有了。</Note> : null}
      </View>
    </Sheet>
  );
}
