import { View } from '@tarojs/components';
import { Icon, type IconName } from '@/components/icon';
import { useReadAloud } from '@/components/read-aloud';
import { useReadable } from '@/components/readable';
import { Tap } from '@/components/tap';
import { ToolRow } from '@/components/tool-row';
import { accessible } from '@/platform/accessible';
import { goTab, goTo } from '@/platform/navigate';
import { setViewing } from '@/platform/viewing';
import { Hero } from './hero';
import type { HomeState } from './to-do';

interface Big {
  readonly name: string;
  readonly under?: string | undefined;
  readonly icon: IconName;
  readonly onTap: () => void;
}

/** One column of big rows: the urgent one, what can be applied for and a person to talk to are on the first screen. */
export function ElderHome({ name, toDo, progress, place }: HomeState) {
  const rows: readonly Big[] = [
    { name: '看看能办什么', under: '不用留名字', icon: 'eye', onTap: () => goTo('check') },
    { name: '打电话找人', under: place, icon: 'phone', onTap: () => goTo('help', { about: 'call' }) },
    { name: '来人是真的吗', under: '来人、短信，都能查', icon: 'shield', onTap: () => goTo('real') },
    ...(toDo ? [{ name: toDo.title, under: toDo.under, icon: 'bell' as const, onTap: toDo.onTap }] : []),
    { name: '申请救助', icon: 'document', onTap: () => goTo('apply') },
    { name: '查进度', under: progress, icon: 'cases', onTap: () => goTab('cases') },
    { name: '资格认证', icon: 'shield', onTap: () => goTo('auth') },
    { name: '家里有变化', icon: 'swap', onTap: () => goTo('change') },
    { name: '请人上门', icon: 'visit', onTap: () => goTo('help', { about: 'visit' }) },
    { name: '去窗口', icon: 'office', onTap: () => goTo('help', { about: 'window' }) },
    { name: '社区公示', icon: 'megaphone', onTap: () => goTo('postings') },
    { name: '先练一练', under: '什么也送不出去', icon: 'hand', onTap: () => goTo('practice') },
    { name: '帮家人办', icon: 'people', onTap: () => goTo('help', { about: 'proxy' }) },
  ];
  const aloud = useReadAloud();
  const hello = name ? `${name}，您好` : '您好';
  const readHello = useReadable(hello);
  const readUrgent = useReadable('急事求助', '出大事，按这里');
  return (
    <>
      <Hero>
        <View className="hello hello--elder">
          <View className={`hello__name ${readHello}`} {...accessible({ role: 'heading', level: 1 })}>
            {hello}
          </View>
          <ToolRow tools={[...aloud, { name: '标准版', icon: 'text-size', onTap: () => setViewing({ elder: false, asked: true }) }]} />
        </View>
      </Hero>
      <View className="home">
        <Tap className={`big big--urgent ${readUrgent}`} onTap={() => goTo('urgent')}>
          <View className="big__icon">
            <Icon name="alarm" />
          </View>
          <View className="big__body">
            <View className="big__name">急事求助</View>
            <View className="big__under">出大事，按这里</View>
          </View>
        </Tap>
        <View className="bigs">
          {rows.map((row) => (
            <BigRow key={row.name} {...row} />
          ))}
        </View>
      </View>
    </>
  );
}

function BigRow({ name, under, icon, onTap }: Big) {
  const read = useReadable(name, under);
  return (
    <Tap className={`big ${read}`} role="link" onTap={onTap}>
      <View className="big__line" />
      <View className="big__icon">
        <Icon name={icon} />
      </View>
      <View className="big__body">
        <View className="big__name">{name}</View>
        {under ? <View className="big__under">{under}</View> : null}
      </View>
      <View className="row__go">
        <Icon name="chevron-right" />
      </View>
    </Tap>
  );
}
