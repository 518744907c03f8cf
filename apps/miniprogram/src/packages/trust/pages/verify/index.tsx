import { type CertificateCheck, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Cites } from '@/components/cite';
import { CodeCheck } from '@/components/code-check';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { api } from '@/platform/api';
import { Face } from '../../_parts/certificate-face';

/** Ten letters and digits, with or without a dash. */
const LENGTH = 10;

/** For whoever was shown a certificate: nobody signs in, and nothing is seen that does not stand on it. */
export default function Verify() {
  return (
    <Page title="核一张证明">
      <Head tight title="证明上的码是多少？" lead="不用登录。只看得到证明上写的。" />
      <CodeCheck
        label="核对码"
        button="核一核"
        wrongWith={(code) => (code.replace(/[\s　-]/g, '').length === LENGTH ? undefined : '码是 10 位，字母和数字')}
        ask={(code) => api(residentApi.checkCertificate, { body: { code } })}
      >
        {(answer) => <Answer answer={answer} />}
      </CodeCheck>
    </Page>
  );
}

const Answer = ({ answer }: { readonly answer: CertificateCheck }) => (
  <>
    <Note tone={answer.kind === 'valid' ? 'good' : 'attention'} title={answer.sentence.sentence} />
    {answer.kind === 'valid' ? (
      <View className="gap">
        <Card>
          <Face face={answer.face} />
        </Card>
      </View>
    ) : null}
    <Cites citations={answer.sentence.clauses} />
  </>
);
