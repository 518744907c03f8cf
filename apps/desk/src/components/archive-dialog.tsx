import { useNavigate } from 'react-router';
import { type Asked, useAskArchive } from '../platform/archives.ts';
import { WordsDialog } from './words-dialog.tsx';

interface ArchiveDialogProps {
  readonly ask: Asked;
  readonly title: string;
  readonly onClose: () => void;
}

/** Nothing leaves the system without a reason: it stands in the trail, in the archive and on every photo. */
export function ArchiveDialog({ ask, title, onClose }: ArchiveDialogProps) {
  const asking = useAskArchive();
  const navigate = useNavigate();
  return (
    <WordsDialog
      title={title}
      label="为什么导出（会留痕，也印在每张照片上）"
      missing="写一句为什么要导出。"
      ok="去做"
      max={300}
      busy={asking.busy}
      problem={asking.problem}
      onSend={async (reason) => {
        if (await asking.run(ask, reason)) navigate('/archives');
      }}
      onClose={onClose}
    >
      <p className="sub">做好了在“导出”里取，只有您自己能取，每取一次留一次痕；24 小时后自己删掉（我们定的）。</p>
    </WordsDialog>
  );
}
