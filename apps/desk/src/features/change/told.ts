import type { ChangeCase } from '@assist/contracts';
import { INCOME_WORDS } from '../../components/income-words.ts';
import { dayText } from '../../platform/dates.ts';
import { yuan } from '../../platform/money.ts';

type Changed = ChangeCase['form']['changed'][number];

/** Whom a change is about, by the register or as it was written. */
export function whomOf(one: ChangeCase, changed: Changed): string | undefined {
  return one.caseFile?.members.find((m) => m.memberId === changed.member)?.name ?? changed.memberName;
}

export interface ToldLine {
  readonly label: string;
  readonly value: string;
}

/** What was said of one change, line by line; what was not said is not there. */
export function toldLines(one: ChangeCase, changed: Changed): ToldLine[] {
  const whom = whomOf(one, changed);
  const { income, joins, assets, spending } = changed;
  return [
    ...(whom ? [{ label: '谁', value: whom }] : []),
    ...(changed.happenedOn ? [{ label: '哪天', value: `${changed.aboutThen ? '大概 ' : ''}${changed.happenedOn}` }] : []),
    ...(income
      ? income.length
        ? income.map((i) => ({ label: `现在的${INCOME_WORDS[i.kind]}`, value: `${yuan(i.amount)}，每${i.per === 'month' ? '月' : '年'}` }))
        : [{ label: '现在的收入', value: '没有了' }]
      : []),
    ...(joins
      ? [{ label: '来的人', value: [joins.name, joins.birthDate && `${dayText(joins.birthDate)} 生`].filter(Boolean).join('，') }]
      : []),
    ...(assets?.financial !== undefined ? [{ label: '存款等', value: yuan(assets.financial) }] : []),
    ...(assets?.vehicles ? [{ label: '车', value: `${assets.vehicles.length} 辆` }] : []),
    ...(assets?.dwellings ? [{ label: '房', value: `${assets.dwellings.length} 处` }] : []),
    ...(spending ? [{ label: '自己花了', value: yuan(spending.amount) }] : []),
    ...(changed.place
      ? [
          {
            label: '新住处',
            value:
              changed.place.kind === 'chongqing'
                ? `${one.placeNames?.[changed.place.divisionCode] ?? ''}${changed.place.detail ?? ''}`
                : changed.place.kind === 'elsewhere'
                  ? `${changed.place.province}${changed.place.detail ?? ''}`
                  : '没有固定住处',
          },
        ]
      : []),
    ...(changed.words ? [{ label: '自己说', value: changed.words }] : []),
  ];
}
