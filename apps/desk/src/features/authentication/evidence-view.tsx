import type { AuthenticationItem } from '@assist/contracts';
import { useState } from 'react';
import { Icon } from '../../components/icon.tsx';
import { PhotoViewer } from '../../components/photos/photo-viewer.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { usePhoto } from '../../platform/photo.ts';

function Video({ fileId }: { readonly fileId: string }) {
  const file = usePhoto(fileId);
  if (file.error) return <ProblemNote error={file.error} again={file.again} />;
  if (!file.url) return <p className="sub">正在取视频</p>;
  // biome-ignore lint/a11y/useMediaCaption: what is looked at is the person; there is no text of it
  return <video className="evidence__video" src={file.url} controls preload="metadata" />;
}

/** The video or photos of one day. Each is fetched only on a press, and that is on record. */
export function EvidenceView({ evidence }: { readonly evidence: NonNullable<AuthenticationItem['evidence']> }) {
  const [video, setVideo] = useState<string | null>(null);
  const [photo, setPhoto] = useState<string | null>(null);
  const photos = evidence.files
    .filter((f) => f.mediaType.startsWith('image/'))
    .map((f, i) => ({ fileId: f.fileId, name: `第 ${i + 1} 张` }));
  return (
    <section className="evidence" aria-label="视频和照片">
      <h3>
        {evidence.takenOn} 拍的，{evidence.by}
      </h3>
      <ul>
        {evidence.files.map((f, i) => (
          <li key={f.fileId}>
            <button
              type="button"
              className="photo"
              onClick={() => (f.mediaType.startsWith('video/') ? setVideo(f.fileId) : setPhoto(f.fileId))}
            >
              <Icon name={f.mediaType.startsWith('video/') ? 'eye' : 'photo'} />
              <span>{f.mediaType.startsWith('video/') ? `视频 ${i + 1}` : `照片 ${i + 1}`}</span>
            </button>
          </li>
        ))}
      </ul>
      {video && <Video fileId={video} />}
      {photo && <PhotoViewer photos={photos} first={photo} onClose={() => setPhoto(null)} />}
    </section>
  );
}
