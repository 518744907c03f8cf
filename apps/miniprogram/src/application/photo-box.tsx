import type { EvidenceKind } from '@assist/contracts';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/components/button';
import { Note } from '@/components/note';
import { PhotoGrid } from '@/components/photo-grid';
import { ProblemLine } from '@/components/problem-line';
import { choosePhotos } from '@/platform/choose-photos';
import type { Application } from './application';
import { REMARK_WORDS } from './photos/photo-quality';
import { forGrid, usePhotos } from './use-photos';

const MOST_AT_ONCE = 9;

/** Chosen goes up at once; each photo says where it is, and what went wrong has one thing to do. */
export function PhotoBox({
  app,
  owner,
  about,
  onAdded,
  onRemoved,
}: {
  readonly app: Application;
  readonly owner: string;
  readonly about: EvidenceKind;
  readonly onAdded?: () => void;
  readonly onRemoved?: (id: string) => void;
}) {
  const photos = usePhotos(app, owner).filter((p) => p.about === about);
  const [refused, setRefused] = useState(false);
  const [full, setFull] = useState(false);
  const waits = photos.some((p) => p.action?.kind === 'try-again');

  async function add(replacing?: string): Promise<void> {
    const chosen = await choosePhotos(replacing ? 1 : MOST_AT_ONCE);
    setRefused(chosen.refused);
    if (chosen.photos.length === 0) return;
    if (replacing) await app.photos.remove(replacing);
    const kept = await app.photos.add(
      owner,
      about,
      chosen.photos.map(({ path, size }) => ({ path, bytes: size })),
    );
    setFull(!kept);
    onAdded?.();
  }
  return (
    <View>
      <PhotoGrid
        photos={forGrid(photos)}
        onAdd={() => void add()}
        onAgain={() => void app.photos.go()}
        onRemove={(id) => {
          void app.photos.remove(id);
          onRemoved?.(id);
        }}
      />
      {photos.map((p, i) =>
        p.action && p.action.kind !== 'try-again' ? (
          <ProblemLine key={p.id} words={`第 ${i + 1} 张：${p.problem?.title ?? '没收下'}`}>
            <Button small kind="second" busyText="正在选" onTap={() => add(p.id)}>
              {p.action.words}
            </Button>
          </ProblemLine>
        ) : null,
      )}
      {photos.map((p, i) =>
        p.remark && p.state !== 'refused' ? (
          <View key={p.id} className="gap-s">
            <Note tone="plain">{`第 ${i + 1} 张${REMARK_WORDS[p.remark]}。看得清就不用管，想再拍一张也行。`}</Note>
          </View>
        ) : null,
      )}
      {waits ? (
        <ProblemLine words="没传完的都在手机里，有网就接着传。">
          <Button small kind="second" busyText="正在传" onTap={() => app.photos.go()}>
            再传一次
          </Button>
        </ProblemLine>
      ) : null}
      {refused ? <Note tone="attention">相机没让用。不拍也能交，可以后补。</Note> : null}
      {full ? <Note tone="attention">手机放满了，这张没存住。先清一点地方再拍。</Note> : null}
    </View>
  );
}
