/** `张伟、李素芬`; after three, how many in all: `等 5 人`. */
export function listed(names: readonly string[], most = 3, unit = '样'): string {
  const shown = names.slice(0, most).join('、');
  return names.length > most ? `${shown}等 ${names.length} ${unit}` : shown;
}

const NUMBERS = ['', '第一', '第二', '第三', '第四', '第五', '第六', '第七', '第八', '第九', '第十'];

/** What to call somebody who has no name yet: by their place in the list. */
export function calledName(member: { readonly id: string; readonly name: string }): string {
  if (member.name.trim()) return member.name.trim();
  if (member.id === 'm1') return '您';
  const number = Number(member.id.slice(1));
  return NUMBERS[number] ? `${NUMBERS[number]}位` : `第 ${number} 位`;
}

/** 您的姓名；您有没有残疾证. */
export const whoseWhat = (who: string, what: string): string => (/^(有没有|能不能)/.test(what) ? `${who}${what}` : `${who}的${what}`);
