import { ITEM_NOTE_KINDS, ITEM_NOTE_NAMES, type ItemNoteKind, type NoteSubject } from '@assist/contracts';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { civilDayOf } from '../../platform/dates.ts';
import { useNote } from '../../platform/notes.ts';
import { WordsDialog } from '../words-dialog.tsx';

interface NoteDialogProps {
  readonly about: NoteSubject;
  readonly aboutId: string;
  readonly onClose: () => void;
}

/** One call, visit or something else. It moves nothing; a slip is put right beside it, or blacked out. */
export function NoteDialog({ about, aboutId, onClose }: NoteDialogProps) {
  const today = civilDayOf(Date.now());
  const [kind, setKind] = useState<ItemNoteKind>('call');
  const [on, setOn] = useState<string>(today);
  const [whom, setWhom] = useState('');
  const note = useNote(about, aboutId);
  return (
    <WordsDialog
      title="记一次电话、上门"
      label="说了什么、看到什么"
      missing="写一句。"
      ok="记下"
      max={1000}
      busy={note.busy}
      problem={note.problem}
      before={whom.trim() && on ? undefined : '跟谁、哪天，都写上。'}
      onSend={async (words) => {
        if (await note.run(kind, on, whom.trim(), words)) onClose();
      }}
      onClose={onClose}
    >
      <p className="sub">不是程序里的一步，期限不变。只写办这件事要用的；写错了能标明，不该写的当天能自己涂掉。</p>
      <Radio.Group value={kind} onChange={(e) => setKind(e.target.value as ItemNoteKind)} aria-label="哪一种">
        {ITEM_NOTE_KINDS.map((id) => (
          <Radio key={id} value={id}>
            {ITEM_NOTE_NAMES[id]}
          </Radio>
        ))}
      </Radio.Group>
      <label htmlFor="note-on">哪天</label>
      <Input id="note-on" type="date" max={today} value={on} onChange={(e) => setOn(e.target.value)} />
      <label htmlFor="note-whom">跟谁说的、见了谁</label>
      <Input id="note-whom" maxLength={60} value={whom} onChange={(e) => setWhom(e.target.value)} />
    </WordsDialog>
  );
}
