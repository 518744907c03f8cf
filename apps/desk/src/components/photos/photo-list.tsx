import './photo-list.css';
import { momentText } from '../../platform/dates.ts';
import { Icon } from '../icon.tsx';

/** `1.4 MB`, `812 KB`. */
export function sizeText(bytes: number): string {
  return bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`;
}

interface PhotoListProps {
  readonly photos: readonly { readonly fileId: string; readonly name: string; readonly receivedAt: string; readonly bytes: number }[];
  readonly onPhoto: (fileId: string) => void;
}

/** All photos by name. A picture itself is only fetched when it is opened: that is on record. */
export function PhotoList({ photos, onPhoto }: PhotoListProps) {
  return (
    <section className="photos" aria-label="照片">
      <h3>照片 {photos.length} 张</h3>
      {photos.length === 0 && <p className="sub">没有送照片。</p>}
      <ul>
        {photos.map((f) => (
          <li key={f.fileId}>
            <button type="button" className="photo" onClick={() => onPhoto(f.fileId)}>
              <Icon name="photo" />
              <span>
                {f.name}
                <small className="nums">
                  {momentText(f.receivedAt)}，{sizeText(f.bytes)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
