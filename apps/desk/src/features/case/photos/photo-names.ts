import { type CaseView, EVIDENCE_NAMES } from '@assist/contracts';
import { memberName } from '../findings.ts';

type File = CaseView['files'][number];

/** `张国福，看病的单子，第 2 张` */
export function photoName(view: Pick<CaseView, 'form' | 'files'>, file: File): string {
  const alike = view.files.filter((f) => f.about === file.about && f.memberId === file.memberId);
  const which = alike.length > 1 ? `，第 ${alike.findIndex((f) => f.fileId === file.fileId) + 1} 张` : '';
  const who = memberName(view, file.memberId);
  return `${who ? `${who}，` : ''}${EVIDENCE_NAMES[file.about]}${which}`;
}
