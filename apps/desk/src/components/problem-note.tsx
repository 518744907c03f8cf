import './problem-note.css';
import type { Problem } from '@assist/contracts';
import { Button } from 'antd';
import { problemOf } from '../platform/api.ts';
import { deskSentence } from './problem-words.ts';

interface ProblemNoteProps {
  readonly error: unknown;
  readonly again?: (() => void) | undefined;
  /** What the person has on this page, e.g. `写好的都在`. */
  readonly kept?: string;
}

/** Whose matter it is, whether anything is lost, what can be done, and the 问题编号 to read out. The page behind it stays. */
export function ProblemNote({ error, again, kept }: ProblemNoteProps) {
  return <ProblemBox problem={problemOf(error)} again={again} {...(kept && { kept })} />;
}

interface ProblemBoxProps {
  readonly problem: Problem;
  readonly again?: (() => void) | undefined;
  readonly kept?: string;
  /** Where this page has a better sentence for the code than the desk's. */
  readonly sentence?: string | undefined;
}

export function ProblemBox({ problem, again, kept, sentence }: ProblemBoxProps) {
  return (
    <div className="problem" role="alert">
      <p>
        <b>{sentence ?? deskSentence(problem)}</b>
        {kept && ` ${kept}。`}
      </p>
      {problem.fields?.map((f) => (
        <p key={f.path}>{f.sentence}</p>
      ))}
      <p className="problem__number">
        {problem.instance ? (
          <>
            问题编号 <b className="nums">{problem.instance}</b>，找人时报这个号
          </>
        ) : (
          '没有问题编号：没送到，或者回答没认出来'
        )}
      </p>
      {again && (
        <Button size="small" onClick={again}>
          再试一次
        </Button>
      )}
    </div>
  );
}
