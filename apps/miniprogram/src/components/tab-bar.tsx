import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { goTab } from '@/platform/navigate';
import { useStore } from '@/platform/store';
import { unread } from '@/platform/unread';
import { useViewing } from '@/platform/viewing';
import type { Tab } from '@/routes';
import { Icon, type IconName } from './icon';
import { Tap } from './tap';

const ITEMS: readonly { readonly tab: Tab; readonly name: string; readonly icon: IconName }[] = [
  { tab: 'home', name: '首页', icon: 'home' },
  { tab: 'cases', name: '办理', icon: 'cases' },
  { tab: 'messages', name: '消息', icon: 'message' },
  { tab: 'mine', name: '我的', icon: 'person' },
];

/** Drawn by ourselves: WeChat's own does not grow with the words. In 长辈版 it has three items. */
export function TabBar({ here }: { readonly here: Tab }) {
  const { elder } = useViewing();
  const count = useStore(unread);
  return (
    <View className="tabs" {...accessible({ role: 'tablist', label: '主要页面' })}>
      {ITEMS.filter((item) => !elder || item.tab !== 'cases').map(({ tab, name, icon }) => {
        const isHere = tab === here;
        const news = tab === 'messages' && count > 0;
        return (
          <Tap
            key={tab}
            className={`tab ${isHere ? 'tab--here' : ''}`}
            role="tab"
            selected={isHere}
            current={isHere}
            label={news ? `${name}，${count} 条新消息` : name}
            onTap={() => (isHere ? undefined : goTab(tab))}
          >
            <Icon name={icon} />
            <View>{name}</View>
            {news ? <View className="tab__count">{count}</View> : null}
          </Tap>
        );
      })}
    </View>
  );
}
