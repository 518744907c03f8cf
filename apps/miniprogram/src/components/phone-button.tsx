import { Button as Native } from '@tarojs/components';

/** WeChat asks the person and hands over a code; the number itself never comes to the page. */
export function PhoneButton({ children, onCode }: { readonly children: string; readonly onCode: (code: string) => void }) {
  return (
    <Native
      className="tap btn btn--second"
      hoverClass="pressed"
      openType="getPhoneNumber"
      onGetPhoneNumber={(event) => {
        const { code } = event.detail as { code?: string };
        if (code) onCode(code);
      }}
    >
      {children}
    </Native>
  );
}
