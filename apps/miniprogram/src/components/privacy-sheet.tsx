import { View } from '@tarojs/components';
import { useStore } from '@/platform/store';
import { answerPrivacy, privacyQuestion } from '@/platform/wechat-privacy';
import { AgreeButton } from './agree-button';
import { Button } from './button';
import { Sheet } from './sheet';

/** WeChat wants to know before it opens the camera or gives a phone number. Our own notice stands on the privacy page. */
export function PrivacySheet() {
  const asked = useStore(privacyQuestion);
  if (!asked) return null;
  return (
    <Sheet
      title="先问您一声"
      actions={
        <>
          <AgreeButton onAgree={() => answerPrivacy(true)}>同意，接着办</AgreeButton>
          <Button kind="second" onTap={() => answerPrivacy(false)}>
            先不用
          </Button>
        </>
      }
    >
      <View>要用到您的照片、电话、声音或位置，只用来办这件事。不同意也能接着填，照片可以到窗口给。</View>
    </Sheet>
  );
}
