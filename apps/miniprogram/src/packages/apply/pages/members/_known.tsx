import { type DraftForm, residentApi } from '@assist/contracts';
import { View } from '@tarojs/components';
import { membersOf } from '@/application/draft/edits';
import { fillable, prefilledOf, withKnown } from '@/application/prefill/prefill';
import type { DraftProps } from '@/application/use-application';
import { Button } from '@/components/button';
import { Card, Row } from '@/components/card';
import { useApplicant } from '@/platform/acting';
import { api } from '@/platform/api';
import { goTo } from '@/platform/navigate';
import { useRemote } from '@/platform/use-remote';

const SOURCES = '您核过的身份证、区里的登记、您以前交的申请。收入、存款不替您填。';

/** What is known of a verified person may be filled in, if they want; what was filled in can be looked through. A helper is told nothing. */
export function KnownOffer({ form, beside, change, changeBeside }: DraftProps) {
  const applicant = useApplicant();
  const mine = applicant?.helped === false && applicant.identity === 'verified';
  const { remote } = useRemote(() => api(residentApi.knownOfMe, {}), mine);
  const known = mine && remote.state === 'ready' ? remote.data : undefined;
  const count = known ? fillable(form, known) : 0;
  const filled = prefilledOf(form);
  const fill = () => {
    if (!known) return;
    const next = (f: DraftForm) => withKnown(f, known, beside.seenMembers);
    change(next);
    const ids = membersOf(next(form)).map((m) => m.id);
    changeBeside((b) => ({ ...b, seenMembers: [...new Set([...(b.seenMembers ?? []), ...ids])] }));
  };
  if (count === 0 && filled.length === 0) return null;
  return (
    <View className="below">
      {count ? (
        <Card tone="tint">
          <View className="strong">{`有 ${count} 样能替您填上`}</View>
          <View className="small">{SOURCES}</View>
          <View className="gap">
            <Button small onTap={fill}>
              替我填上
            </Button>
          </View>
        </Card>
      ) : null}
      {filled.length ? (
        <View className={count ? 'gap' : ''}>
          <Card list>
            <Row icon="eye" title={`替您填了 ${filled.length} 样`} under="从哪里来的，对不对，看一看" onTap={() => goTo('known')} />
          </Card>
        </View>
      ) : null}
    </View>
  );
}
