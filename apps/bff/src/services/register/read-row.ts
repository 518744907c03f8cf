import { birthDateOf, checkIdentityNumber, IDENTITY_NUMBER_SENTENCES, normaliseIdentityNumber, type Paper } from '@assist/contracts';
import type { CivilDate, Fen } from '@assist/policy';
import type { Contact, Recipient, Relation } from '@assist/policy-chongqing';
import { type Column, type Heading, tidy } from './columns.ts';
import { dayOf, fenOf, isName, isPhone, isPlaceName, isRegisterNumber } from './read-cells.ts';
import type { RegisterMember, RowProblem } from './register-household.ts';
import { AREA_OF, CONTACT_OF, DISABILITY_OF, GRADE_OF, INCOME_OF, PAPER_OF, RECIPIENT_OF, RELATION_OF, WORK_OF } from './register-words.ts';

/** One row, read. What is empty is absent; what belongs to the household may stand on any of its rows. */
export interface RegisterRow {
  readonly row: number;
  readonly registerNumber: string;
  readonly head: string;
  readonly name: string;
  readonly relation: Relation;
  readonly paper: Paper;
  readonly birthDate?: CivilDate;
  readonly phone?: string;
  readonly township: string;
  readonly village: string;
  readonly area?: 'urban' | 'rural';
  readonly kind?: Recipient;
  readonly amount?: Fen;
  readonly since?: CivilDate;
  readonly lastReview?: CivilDate;
  readonly lastMet?: CivilDate;
  readonly contact?: Contact;
  readonly taperFrom?: CivilDate;
  readonly taperUntil?: CivilDate;
  readonly facts: RegisterMember['facts'];
}

export interface ReadRow {
  /** Also of a row that has problems, so that its whole household can be left out. */
  readonly registerNumber: string;
  readonly row: RegisterRow | undefined;
  readonly problems: readonly RowProblem[];
}

/** A word may be repeated to whoever wrote it; a number that slipped into its column may not. */
const ECHOED = /^\p{L}{1,12}$/u;

/** Reads the cells of one row. @param today in Shanghai: a day after it has not been. @returns undefined for a row without anything */
export function readRow(heading: Heading, cells: readonly string[], row: number, today: CivilDate): ReadRow | undefined {
  if (cells.every((cell) => cell.trim() === '')) return undefined;
  const problems: RowProblem[] = [];
  const text = (column: Column): string => tidy(cells[heading.at.get(column) ?? -1] ?? '');
  const wrong = (column: Column, sentence: string): undefined => void problems.push({ row, column, sentence });
  const must = (column: Column, fits: (cell: string) => boolean): string => {
    const cell = text(column);
    if (cell === '') wrong(column, '空着');
    else if (!fits(cell)) wrong(column, '认不出来，或有不该有的符号');
    return cell;
  };
  const word = <T>(column: Column, words: ReadonlyMap<string, T>): T | undefined => {
    const cell = text(column);
    if (cell === '') return undefined;
    return words.get(cell) ?? wrong(column, ECHOED.test(cell) ? `没有“${cell}”这一种` : '没有这一种');
  };
  const day = (column: Column, future = false): CivilDate | undefined => {
    const cell = text(column);
    if (cell === '') return undefined;
    const date = dayOf(cell);
    if (!date) return wrong(column, '这个日子不存在，或写法认不出来');
    return date > today && !future ? wrong(column, '这个日子还没到') : date;
  };
  const money = (column: Column): Fen | undefined => {
    const cell = text(column);
    if (cell === '') return undefined;
    return fenOf(cell) ?? wrong(column, '金额认不出来：写到分，不带负号，不超过一百万');
  };

  if (cells.length > heading.width && cells.slice(heading.width).some((cell) => cell.trim() !== ''))
    problems.push({ row, sentence: '比表头多了几格：名字或地址里的逗号要用引号括起来' });
  const registerNumber = must('户编号', isRegisterNumber);
  const paper = readPaper(text('证件类型'), text('证件号码'), today, wrong);
  const birthDate = readBirthDate(paper, day('出生日期'), wrong);
  const relation = word('与户主关系', RELATION_OF) ?? (text('与户主关系') === '' ? wrong('与户主关系', '空着') : undefined);
  const village = text('村社');
  if (village !== '' && !isPlaceName(village)) wrong('村社', '认不出来，或有不该有的符号');
  const phone = text('电话');
  if (phone !== '' && !isPhone(phone)) wrong('电话', '电话号码认不出来');
  const lastMet = day('上次见面');
  if (lastMet && birthDate && lastMet < birthDate) wrong('上次见面', '早于出生日期');
  const read = {
    row,
    registerNumber,
    head: text('户主'),
    name: must('成员姓名', isName),
    relation,
    paper,
    ...(birthDate && { birthDate }),
    ...(phone !== '' && { phone }),
    township: text('镇街').replace(/\s/g, ''),
    village,
    ...optional('area', word('城乡', AREA_OF)),
    ...optional('kind', word('待遇种类', RECIPIENT_OF)),
    ...optional('amount', money('每月金额(元)')),
    ...optional('since', day('起始日期')),
    ...optional('lastReview', day('上次核查')),
    ...optional('lastMet', lastMet),
    ...optional('contact', word('见面方式', CONTACT_OF)),
    ...optional('taperFrom', day('渐退期起', true)),
    ...optional('taperUntil', day('渐退期止', true)),
    facts: readFacts(word, money, wrong, text),
  };
  const ok = problems.length === 0 && relation !== undefined && paper !== undefined;
  return { registerNumber, row: ok ? { ...read, relation, paper } : undefined, problems };
}

type Wrong = (column: Column, sentence: string) => undefined;

const optional = <K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

function readPaper(kindText: string, typed: string, today: CivilDate, wrong: Wrong): Paper | undefined {
  const kind = PAPER_OF.get(kindText);
  if (!kind) return wrong('证件类型', '没有这一种证件');
  if (kind === 'none-yet') return { kind, reason: '在册名单上没有证件' };
  if (typed === '') return wrong('证件号码', '空着；还没有证件的，证件类型写“无”，再写出生日期');
  if (kind !== 'resident-identity')
    return /^[\p{L}\d][\p{L}\d\-/() ]{0,39}$/u.test(typed) ? { kind, number: typed } : wrong('证件号码', '认不出来，或有不该有的符号');
  if (/^\d(\.\d+)?e\+?\d+$/i.test(typed)) return wrong('证件号码', '被表格改成了科学计数：把这一列设成文本，重新填再存');
  const number = normaliseIdentityNumber(typed);
  const problem = checkIdentityNumber(number, today);
  return problem ? wrong('证件号码', IDENTITY_NUMBER_SENTENCES[problem]) : { kind, number };
}

function readBirthDate(paper: Paper | undefined, said: CivilDate | undefined, wrong: Wrong): CivilDate | undefined {
  const onPaper = paper?.kind === 'resident-identity' ? birthDateOf(paper.number) : undefined;
  if (onPaper && said && onPaper !== said) return wrong('出生日期', '和身份证号上的不一样');
  return onPaper ?? said ?? (paper?.kind === 'none-yet' ? wrong('出生日期', '没有证件的，要写出生日期') : undefined);
}

function readFacts(
  word: <T>(column: Column, words: ReadonlyMap<string, T>) => T | undefined,
  money: (column: Column) => Fen | undefined,
  wrong: Wrong,
  text: (column: Column) => string,
): RegisterMember['facts'] {
  const income = word('收入种类', INCOME_OF);
  const amount = money('月收入(元)');
  if (income !== undefined && income !== 'none' && amount === undefined && text('月收入(元)') === '')
    wrong('月收入(元)', '写了收入种类，没有写多少');
  const category = word('残疾类别', DISABILITY_OF);
  const grade = word('残疾等级', GRADE_OF);
  if (category && category !== 'none' && !grade && text('残疾等级') === '') wrong('残疾等级', '写了残疾类别，没有写等级');
  const work = word('就业状况', WORK_OF);
  return {
    ...(work && { work }),
    ...(category === 'none' && { disability: false as const }),
    ...(category && category !== 'none' && grade && { disability: { category, grade } }),
    ...(income === 'none' && { income: [] }),
    ...(income && income !== 'none' && amount !== undefined && { income: [{ kind: income, amount, per: 'month' as const }] }),
  };
}
