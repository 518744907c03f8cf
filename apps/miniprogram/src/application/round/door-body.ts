import { type Door, hasLongNumber } from '@assist/contracts';
import type { AtDoor, DoorDraft } from './door-draft.ts';

const NUMBERS = '号码不写在这里：电话、银行卡、证件号只有本人能换能写';

/** The first thing that is still wanted, with the field it is about; nothing where it can go. The server says the same. */
export function stillWanted({ at, caseId }: DoorDraft): { readonly field: keyof AtDoor; readonly words: string } | undefined {
  if (!at.second?.trim()) return { field: 'second', words: '入户要两个人，写上第二个人的名字' };
  if (!at.nobodyHome && !at.present?.trim()) return { field: 'present', words: '家里谁在？写个名字，或者点“家里没人”' };
  if (caseId === undefined && !at.apply?.name.trim()) return { field: 'apply', words: '谁想申请？写个名字' };
  if (at.change === 'changed' && !at.told?.event) return { field: 'told', words: '变了哪一样？选一样' };
  const texts = { note: at.note, told: at.told?.words, apply: at.apply && `${at.apply.where}\n${at.apply.words}` } as const;
  for (const field of ['note', 'told', 'apply'] as const) if (hasLongNumber(texts[field] ?? '')) return { field, words: NUMBERS };
  if (!at.nobodyHome && !at.readOut) return { field: 'readOut', words: '念给家里人听一遍，再点“念过了”' };
  return undefined;
}

/** What is sent. Of a household where nobody was at home only the try goes, with photos and the note. */
export function bodyOf(draft: DoorDraft, photos: Door['photos']): Door {
  const { at, caseId, visitId, changeId, on } = draft;
  const home = !at.nobodyHome;
  const told = at.told;
  const change =
    home && caseId !== undefined && at.change === 'same'
      ? { changeId, changed: [], nothingChanged: true as const }
      : home && caseId !== undefined && at.change === 'changed' && told?.event
        ? {
            changeId,
            changed: [
              {
                event: told.event,
                ...(told.member && { member: told.member }),
                ...(told.happenedOn && { happenedOn: told.happenedOn }),
                ...(told.words?.trim() && { words: told.words.trim() }),
              },
            ],
          }
        : undefined;
  return {
    ...(caseId !== undefined && { caseId }),
    ...(visitId !== undefined && { visitId }),
    on,
    beside: [at.second?.trim() ?? ''],
    ...(home && at.present && { present: at.present.trim() }),
    met: home ? [...(at.met ?? [])] : [],
    ...(change && { change }),
    ...(caseId === undefined &&
      at.apply && { apply: { name: at.apply.name.trim(), where: at.apply.where.trim(), words: at.apply.words.trim() } }),
    wishes: home ? [...(at.wishes ?? [])] : [],
    note: at.note?.trim() ?? '',
    photos,
  };
}
