import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { type Listening, listenTo } from '@/application/urgent/listen';
import type { Heard, Speaking } from '@/application/urgent/speaking';
import type { KeptSound, UrgentHelp } from '@/application/urgent/urgent-help';
import { ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { Tap } from '@/components/tap';
import { play } from '@/platform/play';

/** Tap and speak, tap again and it is kept; a minute at most. */
export function Speak({
  urgent,
  sound,
  speaking,
}: {
  readonly urgent: UrgentHelp;
  readonly sound: KeptSound | undefined;
  readonly speaking: Speaking;
}) {
  const [on, setOn] = useState(false);
  const [heard, setHeard] = useState<Heard>();
  const [playing, setPlaying] = useState(false);
  const loud = useRef<Listening | undefined>(undefined);
  const hush = () => {
    loud.current?.hush();
    loud.current = undefined;
    setPlaying(false);
  };
  // Leaving the page stops it; what was said until then is kept.
  useEffect(
    () => () => {
      void speaking.end();
      loud.current?.hush();
    },
    [speaking],
  );
  const listen = () => {
    if (loud.current) return hush();
    const one = listenTo(urgent.withSound, play);
    loud.current = one;
    setPlaying(true);
    void one.done.then(() => loud.current === one && hush());
  };
  const speak = async () => {
    if (on) return speaking.end();
    hush();
    setHeard(undefined);
    setOn(true);
    setHeard(await speaking.begin());
    setOn(false);
  };
  return (
    <View>
      <Tap className={`mic ${on ? 'mic--on' : ''}`} {...(on && { label: '正在录，说完点一下' })} onTap={() => void speak()}>
        <Icon name="microphone" />
        {on ? '说完点一下' : sound ? '重新说' : '点一下说话'}
      </Tap>
      {sound && !on ? (
        <View>
          <Note tone="good" title={`录好了，${sound.seconds} 秒`}>
            在手机里，点“送给镇街”才送出去。
          </Note>
          <View className="gap">
            <ButtonRow>
              <Button
                kind="second"
                small
                onTap={() => {
                  hush();
                  return urgent.dropSound();
                }}
              >
                不要这段
              </Button>
              <Button kind="second" small onTap={listen}>
                {playing ? '停下' : '听一遍'}
              </Button>
            </ButtonRow>
          </View>
        </View>
      ) : null}
      {heard === 'refused' || heard === 'full' ? (
        <Note tone="attention" title={heard === 'full' ? '手机放满了，这段没存下' : '话筒没有打开'}>
          写几个字、点一样都行，也可以直接打电话。
        </Note>
      ) : null}
    </View>
  );
}
