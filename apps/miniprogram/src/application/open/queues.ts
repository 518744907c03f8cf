import { residentApi } from '@assist/contracts';
import { readPiece } from '@/platform/file-pieces';
import { dropPhoto, hidePhoto, keepPhoto, showPhoto, withPhoto } from '@/platform/kept-photos';
import { dropVideo, keepVideo, openVideo, sealVideo } from '@/platform/kept-videos';
import { network } from '@/platform/network';
import { lookAtPhoto } from '@/platform/photo-look';
import { hashOf } from '../photos/hash-of.ts';
import type { PhotoEntry } from '../photos/photo-entry.ts';
import { makePhotoQueue } from '../photos/photo-queue.ts';
import { upload, uploadPiece } from '../upload.ts';
import { makeVideoQueue } from '../videos/video-queue.ts';
import type { Ground } from './ground.ts';

const online = (): boolean => network.get() !== 'none';

/** What goes in pieces: photos and films, sealed on this phone until the server has them; and what stands of each owner's. */
export function openQueues({ storage, call, newId, signedIn, grantId }: Ground, onReceived: (photo: PhotoEntry) => void) {
  const photos = makePhotoQueue({
    storage,
    newId,
    signedIn,
    online,
    upload: (photo, progress) => upload(photo, progress, grantId),
    hash: ({ bytes }, path) => hashOf(readPiece, path, bytes),
    keepFile: (id, path) => keepPhoto(path, id),
    showFile: (id, path) => showPhoto(path, id),
    withFile: (id, path, act) => withPhoto(path, id, act),
    removeFile: (id, path) => dropPhoto(path, id),
    hideFile: hidePhoto,
    look: lookAtPhoto,
    deleteAtServer: (fileId) => call(residentApi.deleteFile, { params: { fileId } }),
    onReceived,
  });
  const videos = makeVideoQueue({
    storage,
    newId,
    call,
    signedIn,
    online,
    keepFile: (id, path) => keepVideo(path, id),
    sealFile: ({ id, path, bytes }) => sealVideo(path, id, bytes),
    openFile: (id, path) => openVideo(path, id),
    removeFile: (id, path) => dropVideo(path, id),
    readPiece,
    sendPiece: uploadPiece,
  });
  /** Photos the server has, and how many are still to go. */
  const photosOf = (owner: string) => ({
    received: photos.receivedOf(owner),
    waiting: photos.waiting(owner).filter((p) => p.state === 'chosen').length,
  });
  /** The same of photos and films together, by their ids. */
  const filesOf = (owner: string) => {
    const films = videos.of(owner);
    const seen = photosOf(owner);
    return {
      received: [...films.filter((v) => v.state === 'received'), ...seen.received].map((file) => file.id),
      waiting: seen.waiting + films.filter((v) => v.state === 'chosen').length,
    };
  };
  const forgetFiles = (owner: string): void => {
    void photos.forgetReceived(owner);
    void videos.forgetReceived(owner);
  };
  return { photos, videos, photosOf, filesOf, forgetFiles };
}
