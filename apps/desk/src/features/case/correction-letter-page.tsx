import { correctionLetter } from '@assist/contracts';
import { Link, useParams } from 'react-router';
import { LetterPaper, PaperActs } from '../../components/letter-paper.tsx';
import { Opened } from '../../components/opened.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { useCase } from './use-case.ts';

/** What was asked for, on paper: for who reads no phone. */
export function CorrectionLetterPage() {
  usePageTitle('请补的材料');
  const { applicationId = '', correctionId = '' } = useParams();
  const one = useCase(applicationId);
  return (
    <Opened one={one} what="这封信" back={`/cases/${applicationId}`}>
      {({ applicant, application }) => {
        const correction = application.corrections.find((asked) => asked.id === correctionId);
        const { receipt } = application;
        return (
          <main className="work">
            <PaperActs>
              <Link className="link" to={`/cases/${applicationId}`}>
                回案件
              </Link>{' '}
            </PaperActs>
            {correction ? (
              <LetterPaper
                letter={correctionLetter(correction, {
                  name: applicant.name,
                  number: receipt.number,
                  office: receipt.office.name,
                  phone: receipt.office.phone,
                })}
              />
            ) : (
              <p className="empty">没有这一次请补。</p>
            )}
          </main>
        );
      }}
    </Opened>
  );
}
