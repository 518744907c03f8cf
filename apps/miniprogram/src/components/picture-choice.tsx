import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { Icon, type IconName } from './icon';
import { Tap } from './tap';

export interface PictureOption<T extends string> {
  readonly value: T;
  readonly title: string;
  readonly icon: IconName;
}

/** Pictures with words, two beside each other (below each other in big words): any number of them. All are the same size, the good and the bad. */
export function PictureChoice<T extends string>({
  label,
  options,
  values,
  onToggle,
}: {
  readonly label: string;
  readonly options: readonly PictureOption<T>[];
  readonly values: readonly T[];
  readonly onToggle: (value: T) => void;
}) {
  return (
    <View className="pictures" {...accessible({ role: 'group', label })}>
      {options.map(({ value, title, icon }) => {
        const on = values.includes(value);
        return (
          <Tap
            key={value}
            className={`picture ${on ? 'picture--on' : ''}`}
            role="checkbox"
            checked={on}
            label={title}
            onTap={() => onToggle(value)}
          >
            <Icon name={icon} />
            <View className="picture__title">{title}</View>
            <View className="picture__mark">{on ? <Icon name="check" /> : null}</View>
          </Tap>
        );
      })}
    </View>
  );
}
