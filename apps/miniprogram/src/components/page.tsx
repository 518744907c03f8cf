import { View } from '@tarojs/components';
import Taro, { useDidShow } from '@tarojs/taro';
import { type ReactNode, useRef } from 'react';
import { accessible } from '@/platform/accessible';
import { useLocked } from '@/platform/locked';
import { useViewing, viewingClass } from '@/platform/viewing';
import type { Tab } from '@/routes';
import { LockSlot } from './lock-slot';
import { NavBar } from './nav-bar';
import { NetBar } from './net-bar';
import { PrivacySheet } from './privacy-sheet';
import { ReadAloud } from './read-aloud';
import { makeReadables, type Readables, ReadablesOfPage, useReadable } from './readable';
import { TabBar } from './tab-bar';

export interface PageProps {
  /** In WeChat's bar, and in our own in the browser. */
  readonly title: string;
  /** One of the four pages of the tab bar. */
  readonly tab?: Tab;
  /** The page draws its own top (home). */
  readonly bare?: boolean;
  /** What stays at the bottom: an `ActionBar`. */
  readonly actions?: ReactNode;
  /** Content in the middle of the height. */
  readonly middle?: boolean;
  readonly className?: string;
  /** It needs nobody's name and shows nothing of anybody: no code is asked for in front of it. */
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** The root of every page: big words, the network bar, the bars at the bottom. */
export function Page({ title, tab, bare: ownTop, actions: atBottom, middle, className = '', open, children: inside }: PageProps) {
  const mode = useViewing();
  const locked = useLocked() && !open;
  const bare = ownTop && !locked;
  const actions = locked ? null : atBottom;
  const children = locked ? <LockSlot /> : inside;
  const readables = useRef<Readables>();
  readables.current ??= makeReadables();
  useDidShow(() => {
    void Taro.setNavigationBarTitle({ title });
  });
  return (
    <ReadablesOfPage.Provider value={readables.current}>
      <View className={`page ${viewingClass(mode)} ${className}`} {...accessible({ role: 'main' })}>
        {bare ? null : <NavBar title={title} back={!tab} ownTop={ownTop} />}
        <NetBar topmost={bare} />
        {bare || locked ? (
          children
        ) : (
          <View className={`page__main ${middle ? 'page__main--middle' : ''}`}>
            <ReadAloud />
            {children}
          </View>
        )}
        {actions}
        {tab ? <TabBar here={tab} /> : null}
        <PrivacySheet />
      </View>
    </ReadablesOfPage.Provider>
  );
}

/** Title of the page's content: a conclusion or a question, not the name of a menu. */
export function Head({
  title,
  lead,
  tight,
  centre,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly tight?: boolean;
  readonly centre?: boolean;
  readonly children?: ReactNode;
}) {
  const read = useReadable(title, lead);
  return (
    <View className={`head ${read} ${tight ? 'head--tight' : ''} ${centre ? 'head--centre' : ''}`}>
      <View className="head__title" {...accessible({ role: 'heading', level: 1 })}>
        {title}
      </View>
      {lead ? <View className="head__lead">{lead}</View> : null}
      {children}
    </View>
  );
}

/** A part of a page under a title of its own. */
export function Section({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const read = useReadable(title);
  return (
    <View className="section">
      <View className={`section__head ${read}`}>
        <View {...accessible({ role: 'heading', level: 2 })}>{title}</View>
        {aside ? <View className="section__aside">{aside}</View> : null}
      </View>
      {children}
    </View>
  );
}
