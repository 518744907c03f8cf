import { View } from '@tarojs/components';
import { topOfScreen } from '@/platform/top';

const top = topOfScreen();

/** WeChat draws the bar itself, but not on a page that draws its own top: there its clock and capsule need their room. */
export function NavBar({ ownTop }: { readonly title: string; readonly back: boolean; readonly ownTop?: boolean | undefined }) {
  return ownTop ? <View style={{ height: `${top.statusBar + top.row}px` }} /> : null;
}
