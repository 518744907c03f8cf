import { PAYOUT_NAMES, PAYOUT_WAYS, type PayoutWay } from '@assist/contracts';
import { View } from '@tarojs/components';
import { membersOf } from '@/application/draft/edits';
import { type DraftProps, withDraft } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Choices } from '@/components/choice';
import { Note } from '@/components/note';
import { Head, Page } from '@/components/page';
import { Select } from '@/components/select';
import { TextField } from '@/components/text-field';
import { replaceWith } from '@/platform/navigate';
import { useFix } from '../../_parts/fixes';
import '../../_parts/apply.scss';

type Payout = NonNullable<DraftProps['form']['payout']>;

/** Where the money would go; it can be told later, and no card is no obstacle. */
function Bank({ app, form, change }: DraftProps) {
  const { payout } = form;
  const problem = useFix(app, 'payout.account');
  const put = (part: Partial<Payout> & { readonly way?: PayoutWay }) =>
    change((f) => ({ ...f, payout: { way: 'own-card', ...f.payout, ...part } }));
  const others = Object.fromEntries(
    membersOf(form)
      .slice(1)
      .map((m) => [m.id, calledName(m)]),
  );
  return (
    <Page
      title="钱发到哪里"
      actions={
        <ActionBar hint="可以以后再说">
          <Button onTap={() => replaceWith('apply')}>好了</Button>
        </ActionBar>
      }
    >
      <Head title="要是批下来，钱发到哪里？" lead="只用来发钱，不会从卡里扣钱。" />
      <Choices
        label="钱发到哪里"
        value={payout?.way}
        onChange={(way) => put({ way })}
        options={PAYOUT_WAYS.map((value) => ({ value, title: PAYOUT_NAMES[value] }))}
      />
      {payout?.way === 'family-card' && Object.keys(others).length ? (
        <View className="gap-l">
          <Select label="是谁的卡" options={others} value={payout.memberId} onChange={(memberId) => put({ memberId })} />
        </View>
      ) : null}
      {payout && payout.way !== 'no-card' ? (
        <>
          <View className="gap-l">
            <TextField
              label="哪家银行"
              aside="记不清先空着"
              maxLength={60}
              value={payout.bank ?? ''}
              onChange={(bank) => put({ bank: bank || undefined })}
            />
          </View>
          <View className="gap-l">
            <TextField
              label="卡号"
              aside="记不清先空着"
              keyboard="number"
              maxLength={30}
              value={payout.account ?? ''}
              onChange={(account) => put({ account: account.replace(/\D/g, '') || undefined })}
              problem={problem}
            />
          </View>
        </>
      ) : null}
      <View className="gap">
        <Note tone="attention">我们不要密码、不要验证码。谁问您要，都别给。</Note>
      </View>
    </Page>
  );
}

export default withDraft('钱发到哪里', Bank);
