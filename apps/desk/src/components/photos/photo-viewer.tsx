import './photo-viewer.css';
import { Button, Modal } from 'antd';
import { useReducer, useState } from 'react';
import { useKeys } from '../../platform/use-keys.ts';
import { Icon } from '../icon.tsx';
import { type Look, type LookAction, look, WHOLE } from './look.ts';
import { PhotoFrame } from './photo-frame.tsx';

interface PhotoViewerProps {
  /** All there are, in order, each by what it shows. */
  readonly photos: readonly { readonly fileId: string; readonly name: string }[];
  readonly first: string;
  readonly onClose: () => void;
}

/** Photos large: zoom, turn, move, and two beside each other. Who looks and what for lies over every picture. */
export function PhotoViewer({ photos: files, first, onClose }: PhotoViewerProps) {
  const [shown, setShown] = useState<readonly string[]>([first]);
  const [active, setActive] = useState(0);
  const [openedAt] = useState(() => Date.now());
  const [looks, dispatch] = useReducer(
    (all: Readonly<Record<string, Look>>, { fileId, action }: { fileId: string; action: LookAction }) => ({
      ...all,
      [fileId]: look(all[fileId] ?? WHOLE, action),
    }),
    {},
  );
  const current = shown[active] ?? first;
  const act = (type: 'in' | 'out' | 'turn' | 'whole'): void => dispatch({ fileId: current, action: { type } });
  const show = (fileId: string): void => {
    const other = shown.indexOf(fileId);
    if (other >= 0) setActive(other);
    else setShown(shown.map((s, i) => (i === active ? fileId : s)));
  };
  const step = (by: number): void => {
    const at = files.findIndex((f) => f.fileId === current);
    const to = files[(at + by + files.length) % files.length];
    if (to) show(to.fileId);
  };
  const compare = (): void => {
    if (shown.length === 2) {
      setShown([current]);
      setActive(0);
      return;
    }
    const at = files.findIndex((f) => f.fileId === current);
    const beside = files[(at + 1) % files.length];
    if (beside && beside.fileId !== current) {
      setShown([current, beside.fileId]);
      setActive(1);
    }
  };
  useKeys('photo', {
    'zoom-in': () => act('in'),
    'zoom-out': () => act('out'),
    rotate: () => act('turn'),
    'previous-photo': () => step(-1),
    'next-photo': () => step(1),
  });
  const scale = (looks[current] ?? WHOLE).scale;
  return (
    <Modal
      open
      className="viewer"
      width="min(1600px, calc(100vw - 32px))"
      style={{ top: 16, paddingBottom: 0 }}
      title="看照片"
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      <div className="viewer__tools">
        <Button icon={<Icon name="minus" />} onClick={() => act('out')}>
          缩小
        </Button>
        <span className="nums viewer__scale">{Math.round(scale * 100)}%</span>
        <Button icon={<Icon name="plus" />} onClick={() => act('in')}>
          放大
        </Button>
        <Button icon={<Icon name="rotate" />} onClick={() => act('turn')}>
          转
        </Button>
        <Button onClick={() => act('whole')}>整张</Button>
        {files.length > 1 && (
          <Button icon={<Icon name="two" />} aria-pressed={shown.length === 2} onClick={compare}>
            {shown.length === 2 ? '只看一张' : '两张一起看'}
          </Button>
        )}
        <span className="sub">滚轮放大，按住拖动；看了哪张会留痕</span>
      </div>
      <div className="viewer__body">
        <nav className="viewer__list" aria-label="所有照片">
          {files.map((f) => (
            <button key={f.fileId} type="button" aria-current={f.fileId === current} onClick={() => show(f.fileId)}>
              {f.name}
            </button>
          ))}
        </nav>
        <div className={`viewer__stage viewer__stage--${shown.length}`}>
          {shown.map((fileId, i) => {
            const file = files.find((f) => f.fileId === fileId);
            return (
              <PhotoFrame
                key={fileId}
                fileId={fileId}
                name={file?.name ?? '照片'}
                look={looks[fileId] ?? WHOLE}
                dispatch={(action) => dispatch({ fileId, action })}
                active={shown.length > 1 && i === active}
                onActive={() => setActive(i)}
                openedAt={openedAt}
              />
            );
          })}
        </div>
      </div>
    </Modal>
  );
}
