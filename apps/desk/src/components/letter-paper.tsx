import './paper.css';
import type { Letter } from '@assist/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { dayText } from '../platform/dates.ts';
import { Icon } from './icon.tsx';

/** A letter on its sheet, in large type on the screen and on A4. */
export function LetterPaper({ letter }: { readonly letter: Letter }) {
  return (
    <article className="paper" aria-label={letter.title}>
      <h1>{letter.title}</h1>
      <p>{letter.to}</p>
      {letter.paragraphs.map((words) => (
        <p key={words}>{words}</p>
      ))}
      <p className="paper__sign">
        {letter.from}
        <br />
        <span className="nums">{`${letter.on.slice(0, 4)}年${dayText(letter.on)}`}</span>
      </p>
    </article>
  );
}

/** What stands above a sheet and is not printed: the way back, and the button. */
export function PaperActs({ children }: { readonly children?: ReactNode }) {
  return (
    <p className="paper__acts">
      {children}
      <Button type="primary" icon={<Icon name="print" size={18} />} onClick={() => window.print()}>
        打印
      </Button>
    </p>
  );
}
