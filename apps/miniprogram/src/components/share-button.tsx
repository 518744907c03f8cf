import { Button as Native } from '@tarojs/components';

/** Opens WeChat's own list of people; the page says what the card carries (`useShareAppMessage`). */
export function ShareButton({ children }: { readonly children: string; readonly link: string }) {
  return (
    <Native className="tap btn btn--primary" hoverClass="pressed" openType="share">
      {children}
    </Native>
  );
}
