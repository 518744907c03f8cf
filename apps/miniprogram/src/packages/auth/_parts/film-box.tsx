import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Application } from '@/application/application';
import { tenths, videoWords } from '@/application/videos/video-entry';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Icon } from '@/components/icon';
import { Note } from '@/components/note';
import { accessible } from '@/platform/accessible';
import { chooseVideo } from '@/platform/choose-video';
import { network } from '@/platform/network';
import { useStore } from '@/platform/store';

/** One video: chosen is sent, in pieces; it says how far it has come, and what to do where it stopped. */
export function FilmBox({ app, owner }: { readonly app: Application; readonly owner: string }) {
  const [refused, setRefused] = useState(false);
  const [full, setFull] = useState(false);
  const online = useStore(network) !== 'none';
  const films = app.videos.of(owner);
  const choose = async (replacing?: string): Promise<void> => {
    const chosen = await chooseVideo();
    setRefused(chosen.refused);
    if (!chosen.video) return;
    if (replacing) await app.videos.remove(replacing);
    setFull(!(await app.videos.add(owner, chosen.video)));
  };
  return (
    <>
      {films.map((film, i) => {
        const words = videoWords(film, film.part, online);
        const part = film.state === 'received' ? 1 : (film.part ?? 0);
        const name = films.length > 1 ? `第 ${i + 1} 段视频` : '视频';
        return (
          <View key={film.id} className="below">
            <Card>
              <View className="film">
                <Icon name={film.state === 'received' ? 'circle-check' : 'video'} />
                <View className="film__words" {...accessible({ role: 'status', live: 'polite', label: `${name}，${words}` })}>
                  {words}
                </View>
                {film.state === 'chosen' && film.part === undefined ? (
                  <Button small kind="second" label={`${name}，接着传`} busyText="正在传" onTap={() => app.videos.again()}>
                    接着传
                  </Button>
                ) : null}
                {film.state === 'refused' ? (
                  <Button small kind="second" label={`${name}，再拍一段`} busyText="正在选" onTap={() => choose(film.id)}>
                    再拍一段
                  </Button>
                ) : (
                  <Button small kind="quiet" label={`去掉，${name}`} onTap={() => app.videos.remove(film.id)}>
                    去掉
                  </Button>
                )}
                {film.state === 'chosen' ? (
                  <View
                    className="film__bar"
                    {...accessible({ role: 'progressbar', label: tenths(part), valueNow: Math.round(part * 100), valueMax: 100 })}
                  >
                    <View className="film__done" style={{ width: `${Math.round(part * 100)}%` }} />
                  </View>
                ) : null}
              </View>
            </Card>
          </View>
        );
      })}
      {films.length === 0 ? (
        <Button kind="second" icon="video" busyText="正在选" onTap={() => choose()}>
          拍一段视频
        </Button>
      ) : null}
      {refused ? <Note tone="attention">相机没让用。在设置里打开，或者换个办法，都行。</Note> : null}
      {full ? <Note tone="attention">手机放满了，这段没存住。先清一点地方再拍。</Note> : null}
    </>
  );
}
