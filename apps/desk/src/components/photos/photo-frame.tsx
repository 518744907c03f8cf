import { type Dispatch, useEffect, useRef } from 'react';
import { usePhoto } from '../../platform/photo.ts';
import { ProblemNote } from '../problem-note.tsx';
import { Waiting } from '../waiting.tsx';
import { Watermark } from '../watermark.tsx';
import { type Look, type LookAction, transformOf } from './look.ts';

interface PhotoFrameProps {
  readonly fileId: string;
  readonly name: string;
  readonly look: Look;
  readonly dispatch: Dispatch<LookAction>;
  readonly active: boolean;
  readonly onActive: () => void;
  readonly openedAt: number;
}

export function PhotoFrame({ fileId, name, look, dispatch, active, onActive, openedAt }: PhotoFrameProps) {
  const photo = usePhoto(fileId);
  const frame = useRef<HTMLElement>(null);
  const send = useRef(dispatch);
  send.current = dispatch;
  useEffect(() => {
    const element = frame.current;
    // React listens to wheels passively; the page behind must not scroll.
    const onWheel = (e: WheelEvent): void => {
      e.preventDefault();
      send.current({ type: e.deltaY < 0 ? 'in' : 'out' });
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, []);
  return (
    <figure
      ref={frame}
      className={`frame${active ? ' frame--active' : ''}`}
      onPointerDown={(e) => {
        onActive();
        if (e.button === 0) e.currentTarget.setPointerCapture(e.pointerId);
      }}
      onPointerMove={(e) =>
        e.buttons === 1 && e.currentTarget.hasPointerCapture(e.pointerId) && dispatch({ type: 'move', dx: e.movementX, dy: e.movementY })
      }
      onDoubleClick={() => dispatch({ type: look.scale > 1 ? 'whole' : 'in' })}
    >
      <div className="frame__stage">
        {photo.error ? (
          <div className="frame__note">
            <ProblemNote error={photo.error} again={photo.again} />
          </div>
        ) : photo.url ? (
          <img
            src={photo.url}
            alt={name}
            draggable={false}
            className={look.turns % 2 ? 'frame__sideways' : undefined}
            style={{ transform: transformOf(look) }}
          />
        ) : (
          <div className="frame__note">
            <Waiting rows={1} what="照片" />
          </div>
        )}
        <Watermark at={openedAt} />
      </div>
      <figcaption>{name}</figcaption>
    </figure>
  );
}
