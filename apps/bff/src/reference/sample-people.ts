// INVENTED people for development and tests: names put together by a seed, numbers of a region that gives out none.

const SURNAMES = [...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢'];
const GIVEN = [...'秀英桂兰玉华明芳国强建军德福淑珍永康素芬志刚春梅文静世荣光辉长生正平小红家和天佑云霞金凤开元'];

/** Numbers between 0 and 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <T>(roll: () => number, from: readonly T[]): T => from[Math.floor(roll() * from.length)] as T;

export const surname = (roll: () => number): string => pick(roll, SURNAMES);
export const fullNameOf = (roll: () => number, family: string): string =>
  `${family}${pick(roll, GIVEN)}${roll() < 0.75 ? pick(roll, GIVEN) : ''}`;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** 市辖区: a row of the tables that no card is given out for. */
const NO_REGION = '500100';

/** Gives out invented numbers, none twice. */
export function numbers(): (born: string) => string {
  const taken = new Map<string, number>();
  return (born) => {
    const order = (taken.get(born) ?? 0) + 1;
    taken.set(born, order);
    return inventedNumber(born, order);
  };
}

/** An identity number that passes GB 11643 and cannot be anybody's. @param order odd for a man */
function inventedNumber(born: string, order: number): string {
  const body = `${NO_REGION}${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (WEIGHTS[i] as number), 0);
  return `${body}${'10X98765432'[sum % 11]}`;
}
