import type { CertificateFace } from '@assist/contracts';
import { Facts } from '@/components/slip';
import { today } from '@/platform/clock';
import { dayFrom, dayInWords } from '@/wording/day';

/** What stands on a certificate: the same for its holder and for whoever checks it. */
export const Face = ({ face }: { readonly face: CertificateFace }) => (
  <Facts
    facts={[
      { name: '名字', value: face.holder },
      ...(face.maskedNumber ? [{ name: '证件', value: face.maskedNumber }] : []),
      ...face.benefits.map((b) => ({ name: '正在领', value: `${b.title}，${dayInWords(b.since)}起` })),
      { name: '哪个镇街', value: face.office },
      { name: '管到', value: dayFrom(today(), face.validUntil) },
    ]}
  />
);

/** ABCDE-23456: read out in two breaths. */
export const inTwo = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;
