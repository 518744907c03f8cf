import type { CertificateView } from '@assist/contracts';
import { wholeDayText } from '../../platform/dates.ts';

const inTwo = (code: string): string => `${code.slice(0, 5)} ${code.slice(5)}`;

/** The sheet, in large type: what stands on the one a resident shows on the phone, and nothing more. */
export function CertificatePaper({ certificate: { face, code } }: { readonly certificate: CertificateView }) {
  return (
    <article className="paper" aria-label="救助证明">
      <h1>救助证明</h1>
      <p>
        {face.holder}
        {face.maskedNumber && <span className="nums">，证件号 {face.maskedNumber}</span>}
      </p>
      <p>现在领着：</p>
      <ul>
        {face.benefits.map((one) => (
          <li key={one.title}>
            {one.title}，<span className="nums">{wholeDayText(one.since)}</span>起
          </li>
        ))}
      </ul>
      <p>
        核对码 <b className="nums paper__code">{inTwo(code ?? '')}</b>
      </p>
      <p>要看的人在小程序“核一张证明”里写上这个码，看到的和这张纸一样才作数。用到{wholeDayText(face.validUntil)}，过了请再开一张。</p>
      <p>不写金额，不写住处，不写家里别人。不收钱。</p>
      <p className="paper__sign">
        {face.office}
        <br />
        <span className="nums">{wholeDayText(face.issuedOn)}</span>
      </p>
    </article>
  );
}
