import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { KeptSound, UrgentHelp } from '@/application/urgent/urgent-help';
import { ButtonRow } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { Tap } from '@/components/tap';
import { play } from '@/platform/play';
import { type Recording, record } from '@/platform/recorder';
import type { Saying } from '@/platform/voice-kind';

/** Tap and speak, tap again and it is kept; a minute at most. */
export function Speak({ urgent, sound }: { readonly urgent: UrgentHelp; readonly sound: KeptSound | undefined }) {
  const [on, setOn] = useState(false);
  const [refused, setRefused] = useState(false);
  const recording = useRef<Recording | undefined>(undefined);
  const [heard, setHeard] = useState(false);
  const playing = useRef<Saying | undefined>(undefined);
  // Leaving the page stops it; what was said until then is kept.
  useEffect(
    () => () => {
      recording.current?.stop();
      playing.current?.stop();
    },
    [],
  );
  const listen = () => {
    if (playing.current) return playing.current.stop();
    void urgent.withSound(async (path) => {
      playing.current = play(path);
      setHeard(true);
      await playing.current.done;
      playing.current = undefined;
      setHeard(false);
    });
  };
  const tap = async () => {
    if (recording.current) return recording.current.stop();
    playing.current?.stop();
    setRefused(false);
    setOn(true);
    const one = record();
    recording.current = one;
    const heard = await one.done;
    recording.current = undefined;
    setOn(false);
    setRefused(heard.refused);
    if (heard.recorded) await urgent.keepSound(heard.recorded.path, heard.recorded.seconds);
  };
  return (
    <View>
      <Tap className={`mic ${on ? 'mic--on' : ''}`} {...(on && { label: '正在录，说完点一下' })} onTap={() => void tap()}>
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
              <Button kind="second" small onTap={listen}>
                {heard ? '停下' : '听一遍'}
              </Button>
              <Button kind="second" small onTap={() => urgent.dropSound()}>
                不要这段
              </Button>
            </ButtonRow>
          </View>
        </View>
      ) : null}
      {refused ? (
        <Note tone="attention" title="话筒没有打开">
          写几个字、点一样都行，也可以直接打电话。
        </Note>
      ) : null}
    </View>
  );
}
