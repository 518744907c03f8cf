import type { Hands } from '../_town/hands.ts';
import { type Stop, tap } from './stop.ts';

const change = (page: string, query = '') => `/packages/change/pages/${page}/index${query}`;
const question = (name: string, field: string, reads: Stop['reads'], go?: Stop['go']): Stop => ({
  name: `change-${name}`,
  at: change('details', `?field=${field}`),
  reads,
  ...(go && { go }),
});

/** Picks one event of every kind of question, far enough back that the reason is asked. */
export async function beginChange(me: Hands, open: (address: string) => Promise<void>): Promise<void> {
  await open(change('what'));
  for (const picture of ['收入多了', '家里添了人', '生病、有残疾', '房子、车有变', '换电话、银行卡']) await me.tap('checkbox', picture);
  await me.tap('button', '选了 5 样，下一步');
  await me.tap('checkbox', '工资涨了');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '添了孩子');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '有人办了残疾证');
  await me.tap('checkbox', '看病花了一大笔');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '买了房、建了房');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '搬了家、换了地址');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '我帮别人家说');
  await me.type('您叫什么名字', '王桂芳');
  await me.tap('button', '好了，下一步');
  await me.type('领钱的人叫什么名字', '李大山');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '重庆');
  await me.pick('住在哪里，区县', '九龙坡区');
  await me.pick('住在哪里，镇街', '杨家坪街道');
  await me.tap('button', '好了，下一步');
  await me.tap('radio', '低保');
  await me.tap('button', '好了，下一步');
  await me.pickDay('哪一天', '2026-03-05');
  await me.tap('button', '好了，下一步');
  await me.type('这位家人的名字', '李小山');
  await me.tap('button', '好了，下一步');
  await me.tap('checkbox', '工资');
  await me.type('工资，元一个月', '3200');
  await me.type('上班要花的，元一个月', '300');
  await me.tap('button', '好了，下一步');
  await open(change('details', '?field=changed.4.assets'));
  await me.tap('button', '有，加一套');
}

/** A change that is half told, question by question. Leaves it as it was. */
export const CHANGE: readonly Stop[] = [
  { name: 'change-what', at: change('what'), reads: '家里有什么变化？' },
  question('which', 'which.health', '看病花了一大笔'),
  question('reporter', 'reporter', '您替谁说这件事？'),
  question('person', 'person', '是谁家的事？'),
  question('residence', 'residence', '这家人住在哪里？'),
  question('receives', 'receives', '现在领的是什么？'),
  question('when', 'changed.0.happenedOn', '是哪一天的事？'),
  question('who', 'changed.0.member', '是哪位家人？'),
  question('income', 'changed.0.income', '李小山现在有哪些收入？'),
  question('joins', 'changed.1.joins', '来的是谁？'),
  question('disability', 'changed.2.changes', '这位家人现在是什么情况？'),
  question('spending', 'changed.3.spending', '自己花了多少？'),
  question('dwellings', 'changed.4.assets', '现在家里有几套房子？'),
  question('address', 'changed.5.place', '现在住在哪里？'),
  question('declared', 'proof', '有单子能看看吗？', tap('radio', '没有单子，我说的是真的')),
  question('photos', 'proof', '拍一张', tap('radio', '有单子，拍照')),
  question('late', 'late', '过了三个月才说，是有什么难处吗？'),
  question('story', 'story', '还有什么想说的？'),
  { name: 'change-effect', at: change('effect'), reads: /由镇街/ },
  { name: 'bereavement', at: change('bereavement'), reads: '请节哀' },
  { name: 'contact-unverified', at: change('contact'), reads: '先核一下是您本人' },
];

/** Told by somebody whose household is in the register and who is verified. @param id of a change that was told */
export const changeTold = (id: string): readonly Stop[] => [
  { name: 'change-receipt', at: change('receipt', `?id=${id}`), reads: '已告知' },
  { name: 'change-progress', at: change('follow', `?id=${id}`), reads: '走到哪一步' },
  { name: 'contact', at: change('contact'), go: tap('radio', '换银行卡'), reads: '新的卡号' },
];
