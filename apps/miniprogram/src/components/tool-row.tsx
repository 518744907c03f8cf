import { View } from '@tarojs/components';
import { Icon, type IconName } from './icon';
import { Tap } from './tap';

export interface Tool {
  readonly name: string;
  readonly icon: IconName;
  readonly open?: boolean;
  readonly onTap: () => void;
}

/** 为什么问、请人帮、标准版. "读给我听" stands here only where there is a voice. */
export function ToolRow({ tools }: { readonly tools: readonly Tool[] }) {
  return (
    <View className="tools">
      {tools.map((t) => (
        <Tap key={t.name} className={`tool ${t.open ? 'tool--open' : ''}`} expanded={t.open} onTap={t.onTap}>
          <Icon name={t.icon} />
          {t.name}
        </Tap>
      ))}
    </View>
  );
}
