import '../trail.css';
import type { ItemNote, NoteAmendment, NoteSubject } from '@assist/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useNotes } from '../../platform/notes.ts';
import { useMayAct } from '../../platform/session.tsx';
import { ProblemNote } from '../problem-note.tsx';
import { BlackOutDialog, CorrectDialog } from './amend-dialogs.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { NoteLines } from './note-lines.tsx';

interface NotesCardProps {
  readonly about: NoteSubject | 'case';
  readonly id: string;
}

/** 电话、上门: what was said and seen beside the procedure, in one place an item. A household's file shows those of all its items. */
export function NotesCard({ about, id }: NotesCardProps) {
  const notes = useNotes(about, id);
  const mayAct = useMayAct();
  const [writing, setWriting] = useState(false);
  const [amending, setAmending] = useState<{ readonly note: ItemNote; readonly what: NoteAmendment } | null>(null);
  const Amend = amending?.what === 'correct' ? CorrectDialog : BlackOutDialog;
  return (
    <section className="card trail" aria-label="电话、上门">
      <h2>电话、上门</h2>
      {about !== 'case' && mayAct && (
        <Button size="small" onClick={() => setWriting(true)}>
          记一次
        </Button>
      )}
      {notes.error && <ProblemNote error={notes.error} again={() => void notes.refetch()} />}
      <NoteLines notes={notes.data?.items ?? []} linked={about === 'case'} onAmend={(note, what) => setAmending({ note, what })} />
      {notes.data?.items.length === 0 && <p className="sub">还没有记过。</p>}
      {amending && <Amend note={amending.note} shown={{ about, id }} onClose={() => setAmending(null)} />}
      {writing && about !== 'case' && <NoteDialog about={about} aboutId={id} onClose={() => setWriting(false)} />}
    </section>
  );
}
