import { type ChangeCase, EVIDENCE_NAMES } from '@assist/contracts';
import { OwnWords } from '../../components/own-words.tsx';
import { PhotoList } from '../../components/photos/photo-list.tsx';
import { civilDayOf, dayText } from '../../platform/dates.ts';
import { toldLines } from './told.ts';

const REPORTER_WORDS = { self: '本人报', family: '家里人报', helper: '帮忙的人报', counter: '窗口代记' } as const;

/** What was told, by whom and when; photos by name, each look at one is on record. */
export function ToldCard({ one, onPhoto }: { readonly one: ChangeCase; readonly onPhoto: (fileId: string) => void }) {
  const { form, change, reporter } = one;
  const { receipt, effects } = change;
  const today = civilDayOf(Date.now());
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard
    <section className="card facts" aria-label="报了什么" tabIndex={0}>
      <div className="card__h">
        <h2>报了什么</h2>
        <span className="sub">
          {REPORTER_WORDS[form.reporter.as]}
          {form.reporter.relation && `，${form.reporter.relation}`}
        </span>
      </div>
      <dl className="told">
        <div>
          <dt>谁报的</dt>
          <dd>
            {reporter.name}
            <small>{reporter.identity === 'verified' ? '身份看过证件' : '身份自己填的'}</small>
          </dd>
        </div>
        <div>
          <dt>哪天报的</dt>
          <dd>
            {dayText(receipt.toldOn, today)}
            {receipt.nthDay !== undefined && <small>变化的第 {receipt.nthDay} 天</small>}
          </dd>
        </div>
        {reporter.maskedPhone && (
          <div>
            <dt>电话</dt>
            <dd className="nums">{reporter.maskedPhone}</dd>
          </div>
        )}
        {form.lateReason && (
          <div>
            <dt>晚说的缘故</dt>
            <dd>{form.lateReason}</dd>
          </div>
        )}
      </dl>
      {form.nothingChanged && <p className="told__same">都没变，报个平安。</p>}
      {form.changed.map((changed, i) => (
        <section key={`${changed.event}-${i}`} className="told__one">
          <h3>{receipt.told[i] ?? effects.find((e) => e.event === changed.event)?.title ?? ''}</h3>
          <dl className="told">
            {toldLines(one, changed).map((line) => (
              <div key={line.label + line.value}>
                <dt>{line.label}</dt>
                <dd>{line.value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {form.story && <OwnWords>{form.story}</OwnWords>}
      {form.declared?.map((d) => (
        <p key={d.about} className="told__declared">
          <b>{EVIDENCE_NAMES[d.about]}：本人承诺</b>
          {d.words}
        </p>
      ))}
      {form.passOn && <p className="told__same">同意：够不上这一项时，直接看下一项，不用重交材料。</p>}
      <PhotoList photos={one.files.map((f) => ({ ...f, name: photoName(one, f) }))} onPhoto={onPhoto} />
    </section>
  );
}

/** `周敏，收入的单子`. */
export function photoName(one: ChangeCase, file: ChangeCase['files'][number]): string {
  const who = one.caseFile?.members.find((m) => m.memberId === file.memberId)?.name;
  return `${who ? `${who}，` : ''}${EVIDENCE_NAMES[file.about]}`;
}
