import { View } from '@tarojs/components';
import { useDidHide } from '@tarojs/taro';
import { useContext, useEffect, useRef, useState } from 'react';
import { useStore } from '@/platform/store';
import { useVoice } from '@/platform/voice';
import type { Saying } from '@/platform/voice-kind';
import { linesOf, ReadablesOfPage } from './readable';
import { type Tool, ToolRow } from './tool-row';

interface Turn {
  stopped: boolean;
  saying?: Saying;
}

/** The tools of reading aloud: none where a line of the page has neither a recording nor a voice. */
export function useReadAloud(): readonly Tool[] {
  const page = useContext(ReadablesOfPage);
  const voice = useVoice();
  const [slow, setSlow] = useState(false);
  const turn = useRef<Turn>();
  const reading = useStore(page.reading) !== undefined;
  useStore(page.version);

  const stop = () => {
    if (turn.current) turn.current.stopped = true;
    turn.current?.saying?.stop();
    turn.current = undefined;
    page.reading.set(undefined);
  };
  const read = async (slowly: boolean, from?: string) => {
    stop();
    const mine: Turn = { stopped: false };
    turn.current = mine;
    const lines = linesOf(page);
    for (const { id, sentences } of lines.slice(
      Math.max(
        0,
        lines.findIndex((line) => line.id === from),
      ),
    )) {
      page.reading.set(id);
      for (const sentence of sentences) {
        mine.saying = voice.say(sentence, slowly);
        await mine.saying.done;
        if (mine.stopped) return;
      }
    }
    page.reading.set(undefined);
  };
  const last = useRef(stop);
  last.current = stop;
  useDidHide(() => last.current());
  useEffect(() => () => last.current(), []);

  const lines = linesOf(page);
  if (lines.length === 0 || !lines.every(({ sentences }) => sentences.every(voice.has))) return [];
  if (!reading) return [{ name: '读给我听', icon: 'speaker', onTap: () => void read(slow) }];
  const change = () => {
    setSlow(!slow);
    void read(!slow, page.reading.get());
  };
  return [
    { name: '停下', icon: 'speaker', open: true, onTap: stop },
    { name: slow ? '快一点' : '慢一点', icon: 'clock', onTap: change },
    { name: '从头读', icon: 'again', onTap: () => void read(slow) },
  ];
}

/** The first row of a page that can be heard. */
export function ReadAloud() {
  const tools = useReadAloud();
  if (tools.length === 0) return null;
  return (
    <View className="read-aloud">
      <ToolRow tools={tools} />
    </View>
  );
}
