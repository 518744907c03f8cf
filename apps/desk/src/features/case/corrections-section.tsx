import './corrections-section.css';
import { type CaseView, type CorrectionAnswerItem, type CorrectionView, EVIDENCE_NAMES, wordsOf } from '@assist/contracts';
import { Link } from 'react-router';
import { Icon } from '../../components/icon.tsx';
import { momentText } from '../../platform/dates.ts';
import { memberName } from './findings.ts';

const ANSWER_WORDS: Readonly<Record<CorrectionAnswerItem['answer'], string>> = {
  photo: '拍来了',
  words: '写了一句',
  'cannot-find': '说找不到了',
  'cannot-get': '说办不到',
  'not-me': '说和他家无关',
};

interface SectionProps {
  readonly view: CaseView;
  readonly onPhoto: (fileId: string) => void;
}

function Asked({ correction, view, onPhoto }: SectionProps & { readonly correction: CorrectionView }) {
  return (
    <li className={correction.answeredAt ? 'asked asked--back' : 'asked'}>
      <p className="asked__h">
        <span>
          {momentText(correction.askedAt)} 请补 {correction.items.length} 样{' '}
          <Link className="link" to={`/cases/${view.application.receipt.applicationId}/corrections/${correction.id}/letter`}>
            打大字信
          </Link>
        </span>
        <b>{correction.answeredAt ? `${momentText(correction.answeredAt)} 补来了` : '还没来'}</b>
      </p>
      <ul>
        {correction.items.map((item) => {
          const answer = correction.answers?.find((a) => a.itemId === item.id);
          const about = [memberName(view, item.memberId), item.evidence && wordsOf(EVIDENCE_NAMES, item.evidence, '照片')]
            .filter(Boolean)
            .join('，');
          return (
            <li key={item.id}>
              <b>{item.title}</b>
              {about && <small>{about}</small>}
              <span className="sub">{item.reason}</span>
              {answer && (
                <p className="asked__a">
                  <Icon name={answer.answer === 'photo' ? 'photo' : 'pencil'} size={16} />
                  {wordsOf(ANSWER_WORDS, answer.answer, '新的一种，请刷新这一页')}
                  {answer.words && `：${answer.words}`}
                  {answer.fileIds?.map((id, n) => (
                    <button key={id} type="button" className="link" onClick={() => onPhoto(id)}>
                      看第 {n + 1} 张
                    </button>
                  ))}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** What was asked for and what came back, newest first, before the facts it may change. */
export function CorrectionsSection({ view, onPhoto }: SectionProps) {
  const all = [...view.application.corrections].reverse();
  if (!all.length) return null;
  return (
    <section className="corrections" aria-label="请补的">
      <ol>
        {all.map((c) => (
          <Asked key={c.id} correction={c} view={view} onPhoto={onPhoto} />
        ))}
      </ol>
    </section>
  );
}
