import { View } from '@tarojs/components';
import { goBack } from '@/platform/navigate';
import { Icon } from './icon';
import { Tap } from './tap';

export function NavBar({ title, back }: { readonly title: string; readonly back: boolean; readonly ownTop?: boolean | undefined }) {
  return (
    <View className="nav-bar">
      {back ? (
        <Tap className="nav-bar__back" label="返回" onTap={goBack}>
          <Icon name="chevron-left" />
        </Tap>
      ) : null}
      <View className={`nav-bar__title ${back ? '' : 'nav-bar__title--alone'}`}>{title}</View>
    </View>
  );
}
