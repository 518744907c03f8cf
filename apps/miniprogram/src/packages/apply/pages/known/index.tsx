import { membersOf } from '@/application/draft/edits';
import { prefilledOf } from '@/application/prefill/prefill';
import { type DraftProps, withDraft } from '@/application/use-application';
import { calledName } from '@/application/words/lists';
import { ActionBar } from '@/components/action-bar';
import { Button } from '@/components/button';
import { Head, Page, Section } from '@/components/page';
import { goBack } from '@/platform/navigate';
import { FilledIn } from '../../_parts/filled-in';
import '../../_parts/apply.scss';

/** Every value that the person did not write themselves: whose, from where, and whether they say that it is wrong. */
function Known({ form, change, beside, changeBeside }: DraftProps) {
  const people = membersOf(form).filter((m) => prefilledOf(form, m.id).length > 0);
  return (
    <Page
      title="替您填上的"
      actions={
        <ActionBar hint="没写的收入、存款，都由您自己说">
          <Button onTap={goBack}>看过了</Button>
        </ActionBar>
      }
    >
      <Head
        title={people.length ? '替您填上的，看看对不对' : '没有替您填的'}
        lead={people.length ? '哪样不对，点一下就拿掉。' : '表里的都是您自己写的。'}
      />
      {people.map((m) => (
        <Section key={m.id} title={calledName(m)}>
          <FilledIn form={form} change={change} beside={beside} changeBeside={changeBeside} memberId={m.id} />
        </Section>
      ))}
    </Page>
  );
}

export default withDraft('替您填上的', Known);
