import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { HELP, run } from './run.ts';

const example = readFileSync(join(import.meta.dirname, '../examples/family-of-three.json'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'policy-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command line with these files, on 2026-11-22. */
const policy = (line: string, files: Record<string, string> = {}) =>
  run(line.split(' '), {
    today: () => '2026-11-22',
    read: (path) => {
      const text = path === 'example.json' ? example : files[path];
      if (text === undefined) throw new Error('no such file');
      return text;
    },
  });
const problemsOf = async (line: string, files: Record<string, string> = {}) => {
  const answer = await policy(`${line} --json`, files);
  expect(answer.exitCode).toBe(2);
  return (JSON.parse(answer.text) as { problems: { path: string; problem: string }[] }).problems.map((one) => one.path);
};

interface Found {
  readonly rule: string;
  readonly verdict: string;
  readonly children: readonly Found[];
}
function find(findings: readonly Found[], rule: string): Found | undefined {
  for (const one of findings) {
    const found = one.rule === rule ? one : find(one.children, rule);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('assess', () => {
  it('says every benefit in Chinese, with clauses', async () => {
    const answer = await policy('assess example.json');
    expect(answer.exitCode).toBe(0);
    // One counted wage of 1,200 for three people: 400 each, 370 below the 770 of the city.
    expect(answer.text).toContain('您家每人每月约 400 元，比低保线 770 元低 370 元');
    expect(answer.text).toContain('SAL2026-18');
    expect(answer.text).toContain('【可能，要人来看】低保');
  });

  it('as JSON gives the receipt and its words', async () => {
    const { receipt, explained } = JSON.parse((await policy('assess example.json --json')).text) as {
      receipt: { findings: unknown[] };
      explained: unknown[];
    };
    expect(receipt).toMatchObject({ assessedOn: '2026-11-22', district: '500107' });
    expect(explained).toHaveLength(receipt.findings.length);
  });

  it('takes the day of the command line before that of the file', async () => {
    expect((await policy('assess example.json --on 2025-06-30')).text).toContain('比低保线 750 元低 350 元');
  });

  test.each([
    ['没有文件名', 'assess', {}, ['']],
    ['没有这个文件', 'assess gone.json', {}, ['']],
    ['不是 JSON', 'assess bad.json', { 'bad.json': '{' }, ['']],
    ['家里没有人、区县不认识', 'assess bad.json', { 'bad.json': '{"district":"110101","members":[]}' }, ['district', 'members']],
    [
      '包着的一户有错，路径带着 household',
      'assess bad.json',
      { 'bad.json': '{"household":{"district":"500107","members":[]}}' },
      ['household/members'],
    ],
    ['日子早于第一个标准', 'assess example.json --on 2020-08-31', {}, ['on']],
    ['日子不是日子', 'assess example.json --on 2026-02-30', {}, ['on']],
  ] as [string, string, Record<string, string>, string[]][])('%s：说出位置，退出码 2', async (_, line, files, paths) => {
    expect(await problemsOf(line, files)).toEqual(paths);
  });

  it('income that an officer worked out alone never says it does not fit (YM239-1-1d)', async () => {
    const { household } = JSON.parse(example) as { household: { members: { income: object[] }[] } };
    const told = (reckoned: boolean) => {
      const members = household.members.map((one, index) =>
        index === 0 ? { ...one, workCosts: 0, income: [{ kind: 'wage', amount: 900_000, per: 'month', reckoned }] } : one,
      );
      return JSON.stringify({ ...household, district: '500111', members });
    };
    const income = async (reckoned: boolean) => {
      const { receipt } = JSON.parse((await policy('assess h.json --on 2025-12-01 --json', { 'h.json': told(reckoned) })).text) as {
        receipt: { findings: Found[] };
      };
      return find(receipt.findings, 'subsistence-allowance/income')?.verdict;
    };
    // 9,000 for three people is 3,000 each, far above 770: a wage that came in settles it, one worked out does not.
    expect([await income(false), await income(true)]).toEqual(['not-met', 'for-officer']);
  });

  it('never repeats what was entered', async () => {
    const answer = await policy('assess bad.json', {
      'bad.json': '{"district":"500107198001011234","members":[{"id":"m1","relation":"张三"}]}',
    });
    expect(answer.text).not.toMatch(/500107198001011234|张三/);
  });
});

describe('explain', () => {
  test.each([
    ['a clause', 'explain YM239-1-4a', '规则：低保边缘家庭'],
    ['a rule', 'explain marginal-family/income', '用到的数：'],
    ['a dated value', 'explain marginal-multiple', '1.5'],
    ['a fact', 'explain F1-42', '存款'],
  ])('%s', async (_, line, text) => {
    const answer = await policy(line);
    expect([answer.exitCode, answer.text.includes(text)]).toEqual([0, true]);
  });
  it('of what is not there offers what is near', async () => {
    const answer = await policy('explain YM239-9');
    expect(answer.exitCode).toBe(2);
    expect(answer.text).toContain('YM239-');
  });
});

describe('what is not in order', () => {
  const change = (told: Record<string, unknown>) =>
    JSON.stringify({ ...(JSON.parse(example) as object), event: 'wage-up', answers: {}, award: 1, ...told });
  const where = (told: Record<string, unknown>) =>
    JSON.stringify({
      members: [{ id: 'm1', residence: { divisionCode: '500107102' } }],
      applicantId: 'm1',
      benefit: 'subsistence',
      ...told,
    });

  test.each<[string, string, string, string[]]>([
    ['clock：什么都没说', 'clock', '', ['district', 'sent']],
    ['clock：日子只写了选项', 'clock --district 500107 --sent', '', ['sent']],
    ['clock：受理的日子不是日子', 'clock --district 500107 --sent 2026-11-20 --accepted 2026-11-31', '', ['accepted']],
    ['clock：不认识的理由', 'clock --district 500107 --sent 2026-11-20 --extension busy', '', ['extension']],
    ['clock：不认识的救助', 'clock --district 500107 --sent 2026-11-20 --benefit lottery', '', ['benefit']],
    ['clock：特困没有延长', 'clock --district 500107 --sent 2026-11-20 --benefit destitute --extension lives-elsewhere', '', ['extension']],
    ['没有的选项', 'clock --district 500107 --sent 2026-11-20 --accept 2026-11-23', '', ['--accept']],
    ['where：不是一组字段', 'where f', '[]', ['']],
    ['where：家里没有人', 'where f', where({ members: [] }), ['members', 'applicantId']],
    ['where：同一个人填了两次', 'where f', where({ members: [{ id: 'm1' }, { id: 'm1' }] }), ['members/1/id']],
    ['where：成员没有编号', 'where f', where({ members: [{}, { id: 'm1' }] }), ['members/0/id']],
    ['where：户口写成文字', 'where f', where({ members: [{ id: 'm1', registration: '重庆' }] }), ['members/0/registration/divisionCode']],
    ['where：居住证不是有或没有', 'where f', where({ members: [{ id: 'm1', residencePermit: 'yes' }] }), ['members/0/residencePermit']],
    ['where：急事的地方不是区划代码', 'where f', where({ emergencyPlace: 1 }), ['emergencyPlace/divisionCode']],
    ['explain：没有编号', 'explain', '', ['']],
    ['explain：没有这个编号', 'explain NO-1', '', ['']],
    ['change：金额有半分', 'change f', change({ award: 0.5 }), ['award', 'answers/happenedOn', 'answers/member', 'answers/income']],
    ['change：回答不是一组字段', 'change f', change({ answers: 5 }), ['answers']],
    ['change：收入不是列表', 'change f', change({ answers: { income: 5 } }), ['answers/income']],
    [
      'change：收入是负数',
      'change f',
      change({ answers: { income: [{ kind: 'wage', amount: -1, per: 'month' }] } }),
      ['answers/income/0/amount'],
    ],
    ['change：新来的人没有关系', 'change f', change({ event: 'birth', answers: { joins: { id: 'n1' } } }), ['answers/joins/relation']],
    ['change：新来的人是空的', 'change f', change({ event: 'birth', answers: { joins: null } }), ['answers/joins']],
    ['change：变了的写成文字', 'change f', change({ answers: { changes: 'x' } }), ['answers/changes']],
    [
      'change：残疾没有五级',
      'change f',
      change({ answers: { changes: { disability: { category: 'visual', grade: 5 } } } }),
      ['answers/changes/disability/grade'],
    ],
    ['change：财产是负数', 'change f', change({ answers: { assets: { financial: -1 } } }), ['answers/assets/financial']],
    ['change：开销没有金额', 'change f', change({ answers: { spending: { kind: 'medical' } } }), ['answers/spending/amount']],
    ['change：没有的字段', 'change f', change({ answers: { authenticated: true } }), ['answers/authenticated']],
    [
      'change：渐退到哪天不是日子',
      'change f',
      change({ taperUntil: 'soon', answers: { happenedOn: '2026-11-01', member: 'm1', income: [] } }),
      ['taperUntil'],
    ],
    ['change：家里没有这一位', 'change f', change({ answers: { happenedOn: '2026-11-01', member: 'm9', income: [] } }), ['answers/member']],
  ])('%s：说出位置，退出码 2', async (_, line, file, paths) => {
    expect(await problemsOf(line, { f: file })).toEqual(paths);
  });

  const strange = [null, 0, 'x', true, [], {}, [null], [5], ['x'], [{}], [[]], { id: 1 }, [{ kind: 'wage' }], { kind: [] }];
  const fields = ['happenedOn', 'member', 'joins', 'income', 'workCosts', 'changes', 'assets', 'spending'];
  test.each(fields)('whatever `%s` holds, change answers and never throws', async (field) => {
    for (const value of strange)
      for (const event of ['moved-in', 'wage-up', 'deposits', 'disability-found', 'large-medical-bill'])
        expect([0, 2]).toContain((await policy('change f', { f: change({ event, answers: { [field]: value } }) })).exitCode);
  });
  test.each(['id', 'registration', 'residence', 'residencePermit'])('whatever `%s` of a member holds, where answers', async (field) => {
    for (const value of strange)
      expect([0, 2]).toContain((await policy('where f', { f: where({ members: [{ id: 'm1', [field]: value }] }) })).exitCode);
  });
});

describe('the other commands', () => {
  it('schema names every field of the example, and no other passes', async () => {
    const schema = JSON.parse((await policy('schema')).text) as {
      properties: Record<string, unknown>;
      additionalProperties: boolean;
      required: string[];
    };
    const { household } = JSON.parse(example) as { household: Record<string, unknown> };
    expect(Object.keys(household).filter((name) => !(name in schema.properties))).toEqual([]);
    expect([schema.additionalProperties, schema.required]).toEqual([false, ['district', 'members']]);
  });

  it('clock counts thirty working days from acceptance', async () => {
    const answer = await policy('clock --district 500107 --sent 2026-11-20 --accepted 2026-11-23');
    expect(answer.text).toContain('YM239-3-1b');
    expect(await problemsOf('clock --district 1 --sent 2026-11-23 --accepted 2026-11-22')).toEqual(['district', 'accepted']);
  });

  it('where names the township', async () => {
    const file =
      '{"members":[{"id":"m1","registration":{"divisionCode":"500107102"},"residence":{"divisionCode":"500107102"}}],"applicantId":"m1","benefit":"subsistence"}';
    expect((await policy('where q.json', { 'q.json': file })).text).toContain('500107102');
    expect(
      await problemsOf('where q.json', {
        'q.json': '{"members":[{"id":"m1","residence":{"divisionCode":"x"}}],"applicantId":"m2","benefit":"y"}',
      }),
    ).toEqual(['members/0/residence/divisionCode', 'applicantId', 'benefit']);
  });

  it('change says what may come of it', async () => {
    const file = JSON.stringify({
      ...(JSON.parse(example) as object),
      event: 'death',
      answers: { member: 'm3', happenedOn: '2026-11-01' },
      award: 131_000,
    });
    const answer = await policy('change c.json', { 'c.json': file });
    expect(answer.exitCode).toBe(0);
    expect(answer.text).toContain('1,310 元');
    expect(await problemsOf('change c.json', { 'c.json': file.replace('"death"', '"zzz"') })).toEqual(['event']);
  });

  it('coverage counts all 236', async () => {
    const data = JSON.parse((await policy('coverage --json')).text) as { total: number; actionable: number };
    expect([data.total, data.actionable]).toEqual([236, 198]);
  });

  it('without a command, help; with an unknown one, help and 2', async () => {
    expect(await policy('help')).toEqual({ exitCode: 0, text: HELP });
    expect((await policy('zzz')).exitCode).toBe(2);
  });
});

describe('simulate', () => {
  const alone = (income: number, district = '500111') =>
    JSON.stringify({
      district,
      area: 'urban',
      members: [
        {
          id: 'm1',
          relation: 'self',
          birthDate: '1985-01-01',
          absence: 'none',
          schooling: 'none',
          disability: false,
          illness: 'none',
          income: [{ kind: 'pension', amount: income, per: 'month' }],
        },
      ],
    });
  const file = (name: string, ...lines: string[]) => {
    const path = join(folder, name);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return path;
  };

  it('a higher standard: who gains, and who is newly below', async () => {
    // 770 → 800. 500 gains 30; 780 is newly below and gains 20; 900 stays marginal (1155 → 1200); 5000 stays out.
    const path = file('up.ndjson', alone(50_000), alone(78_000), alone(90_000), alone(500_000));
    const data = JSON.parse((await policy(`simulate ${path} --standard urban=800,rural=660 --json`)).text) as Record<string, unknown>;
    expect(data).toMatchObject({
      households: 4,
      gain: 2,
      newlyBelow: 1,
      lose: 0,
      gap: 0,
      same: 2,
      open: 0,
      amountBefore: 27_000,
      amountAfter: 32_000,
    });
  });

  it('a lower standard: who loses, and who falls in a gap', async () => {
    // 770 → 600, marginal line 1155 → 900. 500 loses 170; 650 leaves (600 ≤ 650 < 900); 1000 was marginal and now is in neither; 600 lands on the line.
    const path = file('down.ndjson', alone(50_000), alone(65_000), alone(100_000), alone(60_000));
    const data = JSON.parse((await policy(`simulate ${path} --standard urban=600,rural=500 --json`)).text) as Record<string, unknown>;
    expect(data).toMatchObject({
      households: 4,
      lose: 3,
      noLongerBelow: 2,
      gain: 0,
      gap: 2,
      amountBefore: 27_000 + 12_000 + 17_000,
      amountAfter: 10_000,
    });
  });

  it('an income that was not told is neither', async () => {
    const path = file('open.ndjson', '{"district":"500107","area":"urban","members":[{"id":"m1","relation":"self"}]}');
    expect(JSON.parse((await policy(`simulate ${path} --standard urban=800,rural=660 --json`)).text)).toMatchObject({
      households: 1,
      open: 1,
      gain: 0,
    });
  });

  it('lines that are not in order are told by their number', async () => {
    const path = file('bad.ndjson', alone(50_000), '{', '{"district":"500107","members":[]}');
    expect(await problemsOf(`simulate ${path} --standard urban=800,rural=660`)).toEqual(['第2行 ', '第3行 members']);
  });

  test.each([
    ['没有标准', 'simulate x', ['standard']],
    ['标准写得不对', 'simulate x --standard urban=800', ['standard']],
    ['标准是负数', 'simulate x --standard urban=-1,rural=1', ['standard']],
    ['打不开文件', 'simulate /nowhere/x.ndjson --standard urban=800,rural=660', ['']],
    ['新标准在要算的日子之后', 'simulate x --standard urban=800,rural=660 --from 2027-01-01', ['from']],
  ])('%s', async (_, line, paths) => expect(await problemsOf(line)).toEqual(paths));
});
