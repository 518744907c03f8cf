import { Cite } from '@/components/cite';
import { Head } from '@/components/page';
import { TextField } from '@/components/text-field';
import { CITED } from '../_logic/cited';
import type { ChangeProps } from '../_parts/with-change';

/** Asked kindly and never required. */
export const LateQuestion = ({ record, change }: ChangeProps) => (
  <>
    <Head title="过了三个月才说，是有什么难处吗？" lead="现在说也收，不说原因也行。" />
    <TextField
      label="您说"
      aside="可以空着"
      placeholder="比如：不知道要说，病了，没人帮"
      long
      maxLength={300}
      value={record.draft.lateReason ?? ''}
      onChange={(lateReason) => change((draft) => ({ ...draft, lateReason }))}
    />
    <Cite citation={CITED.tell} />
  </>
);

export const StoryQuestion = ({ record, change }: ChangeProps) => (
  <>
    <Head title="还有什么想说的？" lead="没有就跳过。" />
    <TextField
      label="用自己的话说说"
      aside="可以空着"
      long
      maxLength={2000}
      value={record.draft.story ?? ''}
      onChange={(story) => change((draft) => ({ ...draft, story }))}
    />
  </>
);
