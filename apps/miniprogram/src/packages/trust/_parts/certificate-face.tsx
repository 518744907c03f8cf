import type { CertificateFace } from '@assist/contracts';
import { Facts } from '@/components/slip';
import { dayInWords } from '@/wording/day';

/** What stands on a certificate: the same for its holder and for whoever checks it. */
export const Face = ({ face }: { readonly face: CertificateFace }) => (
  <Facts
    facts={[
      { name: '名字', value: face.holder },
      ...(face.maskedNumber ? [{ name: '证件', value: face.maskedNumber }] : []),
      ...face.benefits.map((b) => ({ name: '正在领', value: `${b.title}，${dayInWords(b.since)}起` })),
      { name: '哪个镇街', value: face.office },
      // Whole: it is read on paper, in another year too.
      { name: '管用到', value: dayInWords(face.validUntil) },
    ]}
  />
);

/** ABCDE-23456: read out in two breaths. */
export const inTwo = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
