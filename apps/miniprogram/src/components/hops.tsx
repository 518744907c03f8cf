import { View } from '@tarojs/components';
import { accessible } from '@/platform/accessible';

const STATIONS = ['在手机', '收到', '检查', '到镇街', '看过'] as const;

/** How far something has come: five stations; a half one is under way. */
export function Hops({ reached, title }: { readonly reached: number; readonly title: string }) {
  return (
    <View
      {...accessible({
        role: 'progressbar',
        label: `${title}，到第 ${Math.floor(reached)} 站，共 ${STATIONS.length} 站`,
        valueNow: Math.floor(reached),
        valueMax: STATIONS.length,
      })}
    >
      <View className="hops">
        {STATIONS.map((name, i) => (
          <View key={name} className="hop">
            <View className="hop__on" style={{ width: `${Math.max(0, Math.min(1, reached - i)) * 100}%` }} />
          </View>
        ))}
      </View>
      <View className="hop-names">
        {STATIONS.map((name) => (
          <View key={name} className="hop-names__one">
            {name}
          </View>
        ))}
      </View>
    </View>
  );
}
