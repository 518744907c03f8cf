import type { Citation } from '@assist/policy';

/** National and city law the rules follow, article by article, each in our own words. */
const TEXTS = [
  [
    'MCA57-7',
    '第七条',
    '谁算一家人：配偶、未成年子女、还不能独立的成年子女、长期一起住又有法定义务的人；服刑、强制戒毒、失踪和离家三年以上的宗教人员不算。',
  ],
  ['MCA57-8', '第八条', '边缘家庭是收入低于低保标准1.5倍的家庭；里面的重残、重病等人员可以单独申请低保。'],
  ['MCA57-13', '第十三条', '哪些钱算家庭收入、哪些不算，以及残疾、重病和就业的必要开销可以扣一些。'],
  ['MCA57-14', '第十四条', '哪些算家庭财产；过日子、干活离不开的可以不算。'],
  ['MCA57-17', '第十七条', '水电、通讯、上学等开销只用来辅助了解家里情况。'],
  ['MCA57-23', '第二十三条', '低保金可以按标准和收入的差额算。'],
] as const;
const LAW = [
  ['SAL2026-18', '第十八条', '人均收入低于低保标准、财产符合规定的家庭，按月发低保金。'],
  ['SAL2026-20', '第二十条', '领了低保还特别困难的老人、孩子、重残和重病的人，另外给予保障。'],
  ['SAL2026-21', '第二十一条', '人均收入低于边缘标准、财产符合规定的是边缘家庭；里面特别困难的人可以纳入低保。'],
] as const;
const CITY = [
  ['CQR2016-10', '第十条', '收入和财产要结合消费支出一起看，具体办法由市政府定。'],
  ['CQR2016-11', '第十一条', '本市对谁算一家人的老规定，其中军人和宗教人员的说法与后来的文件不同。'],
  ['CQR2016-12', '第十二条', '看申请前一个月的收入；种地的看前十二个月，扣掉成本。'],
  ['CQR2016-13', '第十三条', '财产包括存款、机动车、房屋等；残疾人代步车不算。'],
  ['CQR2016-20', '第二十条', '低保金按差额发。'],
] as const;
const DESTITUTE = [['DESTITUTE2021-24', '第二十四条', '特困供养什么时候结束；未成年人到十八周岁。']] as const;

function citations(label: string, rows: readonly (readonly [string, string, string])[]): Citation[] {
  return rows.map(([id, place, gist]) => ({ id, label: `${label} ${place}`, gist }));
}

export const LAWS: readonly Citation[] = [
  ...citations('民发〔2021〕57号', TEXTS),
  ...citations('《社会救助法》', LAW),
  ...citations('《重庆市城乡居民最低生活保障条例》', CITY),
  ...citations('《特困人员认定办法》', DESTITUTE),
];
