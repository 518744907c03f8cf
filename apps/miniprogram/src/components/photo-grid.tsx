import { Image, View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';
import { Icon } from './icon';
import { Tap } from './tap';

export interface PhotoView {
  readonly fileId: string;
  /** Where the picture lies on this phone. */
  readonly path: string;
  readonly state: 'going' | 'received' | 'waiting' | 'refused';
  /** 0 to 100 while going. */
  readonly percent?: number;
}

export interface PhotoGridProps {
  readonly photos: readonly PhotoView[];
  readonly onAdd?: () => void;
  readonly onAgain?: (fileId: string) => void;
  readonly onRemove?: (fileId: string) => void;
  readonly addLabel?: string;
}

const words = (p: PhotoView): string =>
  p.state === 'received'
    ? '已收到'
    : p.state === 'going'
      ? `正在传 ${p.percent ?? 0}%`
      : p.state === 'waiting'
        ? '没传完，点一下接着传'
        : '没收下';

/** Chosen is sent: every picture says how far it has come. Why one was not taken stands below, with what to do. */
export function PhotoGrid({ photos, onAdd, onAgain, onRemove, addLabel }: PhotoGridProps) {
  return (
    <View className="photos">
      {photos.map((p, i) => (
        <View key={p.fileId} className="photo" {...accessible({ role: 'group', label: `第 ${i + 1} 张，${words(p)}` })}>
          <Image className="photo__image" src={p.path} mode="aspectFill" {...accessible({ hidden: true })} />
          <View className={`photo__state photo__state--${p.state}`}>
            {p.state === 'going' ? (
              <View className="photo__bar">
                <View className="photo__done" style={{ width: `${p.percent ?? 0}%` }} />
              </View>
            ) : null}
            {p.state === 'received' ? <Icon name="check" /> : null}
            {words(p)}
          </View>
          {p.state === 'waiting' && onAgain ? (
            <Tap className="photo__again" label={`第 ${i + 1} 张，接着传`} onTap={() => onAgain(p.fileId)} />
          ) : null}
          {onRemove ? (
            <Tap className="photo__remove" label={`去掉第 ${i + 1} 张`} onTap={() => onRemove(p.fileId)}>
              <View className="photo__remove-mark">
                <Icon name="close" />
              </View>
            </Tap>
          ) : null}
        </View>
      ))}
      {onAdd ? (
        <Tap className="photo photo--add" onTap={onAdd}>
          <Icon name="camera" />
          {addLabel ?? (photos.length ? '再拍一张' : '拍一张')}
        </Tap>
      ) : null}
    </View>
  );
}
