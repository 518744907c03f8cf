import { type CaseView, EVIDENCE_KINDS, EVIDENCE_NAMES } from '@assist/contracts';
import { Button, Input, Select } from 'antd';
import type { DraftItem, DraftProblem } from '../correction-draft.ts';

const KINDS = EVIDENCE_KINDS.map((kind) => ({ value: kind, label: EVIDENCE_NAMES[kind] }));

interface CorrectionItemProps {
  readonly number: number;
  readonly item: DraftItem;
  readonly view: CaseView;
  readonly problems: readonly DraftProblem[];
  readonly onChange: (part: Partial<DraftItem>) => void;
  readonly onRemove?: () => void;
}

/** One thing that is asked for: what, why (in the words the resident reads), whose, and which kind of paper. */
export function CorrectionItem({ number, item, view, problems, onChange, onRemove }: CorrectionItemProps) {
  const said = (field: DraftProblem['field']): string | undefined => problems.find((p) => p.field === field)?.sentence;
  const id = (field: string): string => `ask-${item.key}-${field}`;
  return (
    <fieldset className="ask__i">
      <legend>第 {number} 样</legend>
      <label htmlFor={id('title')}>要补什么</label>
      <Input
        id={id('title')}
        value={item.title}
        maxLength={40}
        aria-describedby={id('title-note')}
        {...(said('title') && { status: 'error' as const })}
        onChange={(e) => onChange({ title: e.target.value })}
      />
      <p className="field-note" id={id('title-note')}>
        {said('title')}
      </p>
      <label htmlFor={id('reason')}>为什么，写给居民看</label>
      <Input.TextArea
        id={id('reason')}
        value={item.reason}
        maxLength={300}
        autoSize={{ minRows: 2, maxRows: 6 }}
        aria-describedby={id('reason-note')}
        {...(said('reason') && { status: 'error' as const })}
        onChange={(e) => onChange({ reason: e.target.value })}
      />
      <p className="field-note" id={id('reason-note')}>
        {said('reason')}
      </p>
      <div className="ask__2">
        <Select
          aria-label="哪种单子"
          placeholder="哪种单子（不限）"
          allowClear
          options={KINDS}
          {...(item.evidence && { value: item.evidence })}
          onChange={(evidence) => onChange({ evidence: evidence ?? undefined })}
        />
        <Select
          aria-label="谁的"
          placeholder="谁的（不指定）"
          allowClear
          options={view.form.members.map((m) => ({ value: m.id, label: m.name }))}
          {...(item.memberId && { value: item.memberId })}
          onChange={(memberId) => onChange({ memberId: memberId ?? undefined })}
        />
        {onRemove && (
          <Button size="small" type="text" onClick={onRemove} aria-label={`去掉第 ${number} 样`}>
            去掉
          </Button>
        )}
      </div>
    </fieldset>
  );
}
