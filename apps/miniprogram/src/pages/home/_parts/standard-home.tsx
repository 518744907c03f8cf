import { View } from '@tarojs/components';
import { Disc } from '@/components/card';
import { Icon, type IconName } from '@/components/icon';
import { Tap } from '@/components/tap';
import { accessible } from '@/platform/accessible';
import { goTab, goTo } from '@/platform/navigate';
import { setViewing } from '@/platform/viewing';
import { Hero } from './hero';
import type { HomeState } from './to-do';

const ENTRIES: readonly { readonly name: string; readonly icon: IconName; readonly onTap: () => void }[] = [
  { name: '申请救助', icon: 'document', onTap: () => goTo('apply') },
  { name: '查进度', icon: 'cases', onTap: () => goTab('cases') },
  { name: '家里有变化', icon: 'swap', onTap: () => goTo('change') },
  { name: '资格认证', icon: 'shield', onTap: () => goTo('auth') },
  { name: '社区公示', icon: 'megaphone', onTap: () => goTo('postings') },
  { name: '帮家人办', icon: 'people', onTap: () => goTo('help', { about: 'proxy' }) },
];
const DOORS: readonly { readonly name: string; readonly icon: IconName; readonly about: string }[] = [
  { name: '打电话', icon: 'phone', about: 'call' },
  { name: '去窗口', icon: 'office', about: 'window' },
  { name: '请上门', icon: 'visit', about: 'visit' },
];

export function StandardHome({ name, place, toDo }: HomeState) {
  return (
    <>
      <Hero houses>
        <View className="hello">
          <View className="hello__who">
            <View className="hello__name" {...accessible({ role: 'heading', level: 1 })}>
              {name ? `${name}，您好` : '您好'}
            </View>
            <View className="hello__place">
              <Icon name="pin" size="s" />
              {place ?? '重庆 社会救助'}
            </View>
          </View>
          <Tap className="elder-button" label="长辈版，字大、按钮大" onTap={() => setViewing({ elder: true, asked: true })}>
            <Icon name="text-size" size="m" />
            长辈版
          </Tap>
        </View>
      </Hero>
      <View className="home">
        <Tap className="urgent" onTap={() => goTo('urgent')}>
          <View className="urgent__icon">
            <Icon name="alarm" />
          </View>
          <View className="urgent__body">
            <View className="urgent__title">家里出了急事？</View>
            <View className="urgent__under">不用登录，说句话就行</View>
          </View>
          <View className="urgent__go">马上求助</View>
        </Tap>
        <Tap className="lead" onTap={() => goTo('check')}>
          <View className="lead__body">
            <View className="lead__title">看看能申请什么</View>
            <View className="lead__under">十来个问题，3 分钟，不用留名字</View>
          </View>
          <View className="lead__icon">
            <Icon name="arrow-right" />
          </View>
        </Tap>
        {toDo ? (
          <Tap className="to-do" onTap={toDo.onTap}>
            <Disc icon="bell" tone="attention" />
            <View className="to-do__body">
              <View className="to-do__title">{toDo.title}</View>
              <View className="to-do__under">{toDo.under}</View>
            </View>
            <View className="row__go">
              <Icon name="chevron-right" size="m" />
            </View>
          </Tap>
        ) : null}
        <View className="entries" {...accessible({ role: 'navigation', label: '办事' })}>
          {ENTRIES.map((e) => (
            <Tap key={e.name} className="entries__one" role="link" onTap={e.onTap}>
              <Icon name={e.icon} />
              {e.name}
            </Tap>
          ))}
        </View>
        <View className="doors">
          <View className="doors__title">手机上办不来？</View>
          <View className="doors__row">
            {DOORS.map((d) => (
              <Tap key={d.name} className="doors__one" role="link" onTap={() => goTo('help', { about: d.about })}>
                <Icon name={d.icon} size="m" />
                {d.name}
              </Tap>
            ))}
          </View>
        </View>
        <Tap className="link link--cap" role="link" onTap={() => goTo('practice')}>
          <Icon name="hand" size="s" />
          怕点错？先练一练，什么也送不出去
        </Tap>
        <Tap className="link link--cap" role="link" onTap={() => goTo('real')}>
          <Icon name="shield" size="s" />
          不收费，不要验证码 · 来人是真的吗
        </Tap>
      </View>
    </>
  );
}
