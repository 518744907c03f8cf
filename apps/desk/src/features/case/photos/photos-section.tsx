import './photos-section.css';
import type { CaseView } from '@assist/contracts';
import { Icon } from '../../../components/icon.tsx';
import { momentText } from '../../../platform/dates.ts';
import { photoName, sizeText } from './photo-names.ts';

/** All photos by name. A picture itself is only fetched when it is opened: that is on record. */
export function PhotosSection({ view, onPhoto }: { readonly view: CaseView; readonly onPhoto: (fileId: string) => void }) {
  return (
    <section className="photos" aria-label="照片">
      <h3>照片 {view.files.length} 张</h3>
      {view.files.length === 0 && <p className="sub">没有送照片。</p>}
      <ul>
        {view.files.map((f) => (
          <li key={f.fileId}>
            <button type="button" className="photo" onClick={() => onPhoto(f.fileId)}>
              <Icon name="photo" />
              <span>
                {photoName(view, f)}
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
