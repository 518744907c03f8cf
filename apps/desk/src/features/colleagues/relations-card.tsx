import { NEAR_RELATIONS, staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useCallback, useState } from 'react';
import { numberProblem, PAPER_CHOICES, type PaperKind, paperOf } from '../../components/paper-on-hand.ts';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { call } from '../../platform/api.ts';
import { civilDayOf, fullMomentText } from '../../platform/dates.ts';
import { useStaff } from '../../platform/session.tsx';
import { useCommand } from '../../platform/use-command.ts';

const key = ['relations'] as const;
type Relation = (typeof NEAR_RELATIONS)[number];
const WORDS: Readonly<Record<Relation, string>> = {
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  grandparent: '祖父母、外祖父母',
  grandchild: '孙子女、外孙子女',
  'in-law': '姻亲',
  other: '别的近亲属',
};

/** 近亲属备案: what is about them is kept from who declared it, from the next click on. */
export function RelationsCard() {
  const staff = useStaff();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: key, queryFn: () => call(staffApi.relations, {}), retry: 1 });
  const [relation, setRelation] = useState<Relation>('parent');
  const [name, setName] = useState('');
  const [kind, setKind] = useState<PaperKind>('resident-identity');
  const [number, setNumber] = useState('');
  const [asked, setAsked] = useState(false);
  const [relationId, setRelationId] = useState(() => crypto.randomUUID());
  const declare = useCommand(
    useCallback(
      async (_key: string, id: string, body: { relation: Relation; name: string; paper: ReturnType<typeof paperOf> }) => {
        const done = await call(staffApi.declareRelation, { params: { relationId: id }, body });
        await queries.invalidateQueries();
        return done;
      },
      [queries],
    ),
  );
  const end = useCommand(
    useCallback(
      async (_key: string, id: string) => {
        const done = await call(staffApi.endRelation, { params: { relationId: id } });
        await queries.invalidateQueries({ queryKey: key });
        return done;
      },
      [queries],
    ),
  );
  const wrong = !name.trim() ? '写上姓名' : numberProblem({ kind, number }, civilDayOf(Date.now()));
  const send = async (): Promise<void> => {
    setAsked(true);
    if (wrong || !(await declare.run(relationId, { relation, name: name.trim(), paper: paperOf({ kind, number }) }))) return;
    setName('');
    setNumber('');
    setAsked(false);
    setRelationId(crypto.randomUUID());
  };
  return (
    <section className="card people" aria-label="近亲属备案">
      <h2>近亲属备案</h2>
      <p className="sub">备案以后，和他有关的申请、变化、档案，自己看不到也领不到，别的同事办，每一件都核查。</p>
      {list.isError ? (
        <ProblemNote error={list.error} again={() => void list.refetch()} />
      ) : (
        <ul>
          {list.data?.map((one) => (
            <li key={one.relationId}>
              <div>
                <b>
                  {one.mine ? '' : `${one.staffName}的`}
                  {WORDS[one.relation]}：{one.name}
                </b>
                <span className="sub nums">
                  {one.maskedNumber}，{fullMomentText(one.declaredAt)} 备案{one.endedAt && `，${fullMomentText(one.endedAt)} 结束`}
                </span>
              </div>
              {staff.role === 'supervisor' && !one.mine && !one.endedAt && (
                <Button
                  size="small"
                  disabled={end.busy}
                  onClick={() => void end.run(one.relationId)}
                  aria-label={`核过，${one.name}的备案结束`}
                >
                  核过，结束
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {end.problem && <ProblemBox problem={end.problem} />}
      <form
        autoComplete="off"
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <label htmlFor="relation-kind">他是我的</label>
        <Select
          id="relation-kind"
          value={relation}
          onChange={setRelation}
          options={NEAR_RELATIONS.map((value) => ({ value, label: WORDS[value] }))}
        />
        <label htmlFor="relation-name">姓名</label>
        <Input id="relation-name" value={name} maxLength={50} onChange={(e) => setName(e.target.value)} />
        <label htmlFor="relation-paper">哪种证件</label>
        <Select id="relation-paper" value={kind} options={PAPER_CHOICES} onChange={setKind} />
        <label htmlFor="relation-number">证件号码</label>
        <Input id="relation-number" className="nums" value={number} maxLength={40} onChange={(e) => setNumber(e.target.value)} />
        <p className="field-note">{asked && wrong}</p>
        {declare.problem && <ProblemBox problem={declare.problem} kept="写的还在" again={send} />}
        <Button htmlType="submit" loading={declare.busy}>
          {declare.busy ? '正在送' : '备案'}
        </Button>
      </form>
    </section>
  );
}
