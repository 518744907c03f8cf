import { photo } from '../_town/photo.ts';
import { apply, type Stop, tap } from './stop.ts';

/** No application has this id: what stands there when one cannot be fetched. */
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** After it was sent and the township asked for two things. @param application its id; @param correction the id of what was asked */
export const followed = (application: string, correction: string): readonly Stop[] => {
  const answer = `/packages/progress/pages/correction/index?id=${application}&correction=${correction}`;
  return [
    { name: 'home-asked', at: '/pages/home/index', reads: /补/ },
    { name: 'cases', at: '/pages/cases/index', reads: '有 1 件要您补' },
    { name: 'messages', at: '/pages/messages/index', reads: /新的|看过的/ },
    { name: 'receipt', at: apply('receipt', `?id=${application}`), reads: '已经收到了' },
    { name: 'progress-asked', at: `/packages/progress/pages/detail/index?id=${application}`, reads: '请补 2 样：住院的单子等' },
    { name: 'progress-not-found', at: `/packages/progress/pages/detail/index?id=${NOBODYS}`, reads: '再试一次' },
    { name: 'correction', at: answer, reads: '看病花了多少，要看单子' },
    { name: 'correction-photo', go: tap('radio', '有，拍照'), reads: '拍一张' },
    { name: 'correction-words', go: tap('radio', '用一句话说'), reads: '您说' },
    { name: 'correction-none', at: `${answer}&none=1`, reads: '看病花了多少，要看单子' },
  ];
};

/** After the answer, and after the township took it in. */
export const accepted = (application: string): readonly Stop[] => [
  { name: 'progress-accepted', at: `/packages/progress/pages/detail/index?id=${application}`, reads: /走到第 3 步，共 8 步/ },
];

export const twoThings = [
  { what: '住院的单子', why: '看病花了多少，要看单子' },
  { what: '房东的电话', why: '想问问房租' },
];
export const bill = photo('bill.jpg');
