import { useEffect, useState } from 'react';
import type { PhotoView } from '@/components/photo-grid';
import type { Application } from './application';
import type { PhotoQueue } from './photos/photo-queue';

type Entry = ReturnType<PhotoQueue['of']>[number];

/** Photos of one owner, told anew with every step of every upload. */
export function usePhotos(app: Application, owner: string): Entry[] {
  const [photos, setPhotos] = useState(() => app.photos.of(owner));
  useEffect(() => {
    const look = () => setPhotos(app.photos.of(owner));
    look();
    return app.photos.subscribe(look);
  }, [app, owner]);
  return photos;
}

/** As the grid draws them. */
export const forGrid = (photos: readonly Entry[]): PhotoView[] =>
  photos.map((p) => ({
    fileId: p.id,
    path: p.shownFrom ?? '',
    state: p.state === 'received' ? 'received' : p.state === 'refused' ? 'refused' : p.progress === undefined ? 'waiting' : 'going',
    ...(p.progress !== undefined && { percent: Math.floor(p.progress * 100) }),
  }));
