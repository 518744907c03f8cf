import { fullName } from '@assist/places';
import type { CivilDate, DivisionCode } from '@assist/policy';
import { addDays, addMonths } from '@assist/policy';
import { CONTACTS } from '@assist/policy-chongqing';
import { dice, fullNameOf, numbers, pick, surname } from './sample-people.ts';

// An INVENTED register in the columns of docs/register-csv.md. Nobody in it exists.

const COLUMNS = [
  '户编号',
  '户主',
  '成员姓名',
  '与户主关系',
  '证件类型',
  '证件号码',
  '镇街',
  '村社',
  '城乡',
  '待遇种类',
  '每月金额(元)',
  '起始日期',
  '上次核查',
  '上次见面',
  '见面方式',
  '电话',
  '收入种类',
  '月收入(元)',
  '残疾类别',
  '残疾等级',
  '就业状况',
  '渐退期起',
  '渐退期止',
] as const;
type Row = Partial<Record<(typeof COLUMNS)[number], string>>;

/** One live township of each district, and how much of the register is theirs. */
const TOWNSHIPS = [
  { code: '500107001' as DivisionCode, prefix: 'JLP', share: 0.6 },
  { code: '500118001' as DivisionCode, prefix: 'YC', share: 0.85 },
  { code: '500151001' as DivisionCode, prefix: 'TL', share: 1 },
];
const VILLAGES = ['样例一社区', '样例二社区', '样例三社区', '样例四社区', '样例一村', '样例二村'];
const MEETINGS = Object.values(CONTACTS).map(({ title }) => title);

type NumberFor = ReturnType<typeof numbers>;

export interface SampleRegister {
  readonly households: number;
  readonly seed: number;
  /** Dates lie around this day: some past, some near, most far. */
  readonly day: CivilDate;
}

/** The register as CSV in UTF-8. The first two households are those of the sandbox's sample residents. */
export function sampleRegister({ households, seed, day }: SampleRegister): string {
  const roll = dice(seed);
  const numberFor = numbers();
  const first = [zhou(day, numberFor), li(day)].slice(0, households);
  const made = Array.from({ length: Math.max(0, households - 2) }, (_, i) => household(roll, numberFor, i + 3, day));
  const rows = [...first, ...made].flat();
  return `${[COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((column) => row[column] ?? '').join(','))].join('\r\n')}\r\n`;
}

const place = (code: DivisionCode): string => fullName(code) ?? code;
const JIULONGPO = TOWNSHIPS[0] as (typeof TOWNSHIPS)[number];

/** 周德明 and his wife: a review is open, and it is nearly a year since he was seen. */
function zhou(day: CivilDate, numberFor: NumberFor): Row[] {
  const shared = { 户编号: 'JLP-00001', 户主: '周德明', 镇街: place(JIULONGPO.code), 村社: '样例一社区', 城乡: '城', 待遇种类: '低保' };
  return [
    {
      ...shared,
      成员姓名: '周德明',
      与户主关系: '户主',
      证件号码: '500107195803040016',
      '每月金额(元)': '1280.00',
      起始日期: '2022-04-01',
      上次核查: addDays(addMonths(day, -6), 12),
      上次见面: addDays(addMonths(day, -12), 20),
      见面方式: CONTACTS['review-visit'].title,
      电话: '13900001001',
      收入种类: '灵活就业',
      '月收入(元)': '300',
      就业状况: '灵活就业',
    },
    {
      ...shared,
      成员姓名: '王桂英',
      与户主关系: '配偶',
      证件号码: numberFor('1960-08-17'),
      上次见面: addDays(day, -78),
      见面方式: CONTACTS['window-with-card'].title,
      收入种类: '无',
      残疾类别: '肢体',
      残疾等级: '三级',
      就业状况: '不能劳动',
    },
  ];
}

/** 李素芬 and her husband: in the taper period; somebody should look in on him. */
function li(day: CivilDate): Row[] {
  const shared = { 户编号: 'JLP-00002', 户主: '李素芬', 镇街: place(JIULONGPO.code), 村社: '样例二社区', 城乡: '城', 待遇种类: '低保' };
  return [
    {
      ...shared,
      成员姓名: '李素芬',
      与户主关系: '户主',
      证件号码: '500107196303120022',
      '每月金额(元)': '835.00',
      起始日期: '2023-07-01',
      上次核查: addMonths(day, -2),
      上次见面: addMonths(day, -2),
      见面方式: CONTACTS['review-visit'].title,
      电话: '13900001002',
      收入种类: '工资',
      '月收入(元)': '1600',
      就业状况: '上班',
      渐退期起: `${addMonths(day, -2).slice(0, 7)}-01`,
      渐退期止: addDays(`${addMonths(day, 4).slice(0, 7)}-01` as CivilDate, -1),
    },
    {
      ...shared,
      成员姓名: '张国福',
      与户主关系: '配偶',
      证件号码: '500107196001010012',
      上次见面: addDays(addMonths(day, -13), 3),
      见面方式: CONTACTS['village-met'].title,
      收入种类: '无',
      就业状况: '不能劳动',
    },
  ];
}

const OF_HOUSEHOLD = ['低保', '低保', '低保', '低保', '低保', '低保', '低保', '低保边缘家庭', '刚性支出困难家庭'];
const ALONE = ['特困供养', '特困供养', '高龄、失能养老服务补贴和特困照料护理补贴', '精简退职人员'];

function household(roll: () => number, numberFor: NumberFor, number: number, day: CivilDate): Row[] {
  const share = roll();
  const where = TOWNSHIPS.find((one) => share < one.share) ?? JIULONGPO;
  const family = surname(roll);
  const head = fullNameOf(roll, family);
  const alone = roll() < 0.12;
  const kind = pick(roll, alone ? ALONE : OF_HOUSEHOLD);
  const size = alone ? 1 : 1 + Math.floor(roll() * 4);
  const since = back(roll, day, 100, 3000);
  const amount = kind === '低保边缘家庭' || kind === '刚性支出困难家庭' ? 0 : Math.round(size * (250 + roll() * 500) * 100);
  const tapers = kind === '低保' && roll() < 0.05;
  const taperFrom = `${back(roll, day, 0, 210).slice(0, 7)}-01` as CivilDate;
  const shared: Row = {
    户编号: `${where.prefix}-${String(number).padStart(5, '0')}`,
    户主: head,
    镇街: place(where.code),
    村社: pick(roll, VILLAGES),
    城乡: roll() < 0.6 ? '城' : '乡',
  };
  const members = Array.from({ length: size }, (_, i): Row => {
    const child = i >= 2;
    const born = back(roll, day, child ? 700 : 12_000, child ? 9000 : 30_000);
    return {
      ...shared,
      成员姓名: i === 0 ? head : fullNameOf(roll, i === 1 ? surname(roll) : family),
      与户主关系: ['户主', '配偶', '子女', '子女'][i] as string,
      证件号码: numberFor(born),
      待遇种类: kind,
      上次见面: roll() < 0.9 ? later(back(roll, day, 0, 415), born) : '',
      见面方式: pick(roll, MEETINGS),
      ...livelihood(roll, child, born, day),
    };
  });
  const [first, ...others] = members as [Row, ...Row[]];
  const whole: Row = {
    ...first,
    '每月金额(元)': (amount / 100).toFixed(2),
    起始日期: since,
    上次核查: later(back(roll, day, 0, 210), since),
    电话: `1390001${String(number % 10_000).padStart(4, '0')}`,
    ...(tapers && { 渐退期起: later(taperFrom, since), 渐退期止: addDays(addMonths(later(taperFrom, since), 6), -1) }),
  };
  const disabled = members.filter((one) => one.残疾等级 === '一级' || one.残疾等级 === '二级');
  return [whole, ...others, ...disabled.map((one) => ({ ...one, 待遇种类: '残疾人两项补贴', '每月金额(元)': '90.00', 起始日期: since }))];
}

function livelihood(roll: () => number, child: boolean, born: CivilDate, day: CivilDate): Row {
  if (addMonths(born, 16 * 12) > day) return { 收入种类: '无', 就业状况: '儿童' };
  if (child && roll() < 0.5) return { 收入种类: '无', 就业状况: '上学' };
  if (addMonths(born, 60 * 12) < day)
    return { 收入种类: '基础养老金', '月收入(元)': String(130 + Math.floor(roll() * 80)), 就业状况: '退休' };
  const fate = roll();
  if (fate < 0.25)
    return {
      收入种类: '无',
      残疾类别: pick(roll, ['肢体', '视力', '精神', '智力']),
      残疾等级: pick(roll, ['一级', '二级', '三级', '四级']),
      就业状况: '不能劳动',
    };
  if (fate < 0.6) return { 收入种类: '灵活就业', '月收入(元)': String(200 + Math.floor(roll() * 900)), 就业状况: '灵活就业' };
  if (fate < 0.8) return { 收入种类: '无', 就业状况: '没有工作' };
  // Nobody asked yet.
  return {};
}

const back = (roll: () => number, day: CivilDate, least: number, most: number): CivilDate =>
  addDays(day, -(least + Math.floor(roll() * (most - least))));
const later = (one: CivilDate, other: CivilDate): CivilDate => (one > other ? one : other);
