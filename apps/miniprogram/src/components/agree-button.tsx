import { Button as Native } from '@tarojs/components';
import { AGREE_BUTTON_ID } from '@/platform/wechat-privacy';

/** The one button by which WeChat believes that a person agreed to the privacy guide. */
export function AgreeButton({ children, onAgree }: { readonly children: string; readonly onAgree: () => void }) {
  return (
    <Native
      id={AGREE_BUTTON_ID}
      className="tap btn btn--primary"
      hoverClass="pressed"
      openType="agreePrivacyAuthorization"
      onAgreePrivacyAuthorization={onAgree}
    >
      {children}
    </Native>
  );
}
