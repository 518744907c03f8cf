import { View } from '@tarojs/components';
import { call } from '@/platform/phone';
import { Avatar } from './avatar';
import { Icon } from './icon';
import { Tap } from './tap';

export interface HolderProps {
  /** 现在在谁手里、有事找. */
  readonly label: string;
  /** A post or an office; no clerk's private data. */
  readonly name: string;
  readonly under?: string;
  /** Absent: nobody found it in a source, and it says so. */
  readonly phone?: string | undefined;
}

/** Whose hands it is in, with a phone. */
export function Holder({ label, name, under, phone }: HolderProps) {
  return (
    <View className="holder">
      <View className="holder__who">
        <Avatar name={name} />
        <View className="holder__body">
          <View className="holder__label">{label}</View>
          <View className="holder__name">{name}</View>
          {under ? <View className="holder__label">{under}</View> : null}
          {phone ? (
            <View className="holder__label digits">{phone}</View>
          ) : (
            <View className="holder__label">电话还没查到，可以到窗口问</View>
          )}
        </View>
      </View>
      {phone ? (
        <Tap className="call" label={`打电话，${name}，${phone}`} onTap={() => call(phone)}>
          <Icon name="phone" />
          打电话
        </Tap>
      ) : null}
    </View>
  );
}
