import { staffApi } from '@assist/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useCallback, useState } from 'react';
import { ProblemBox, ProblemNote } from '../../components/problem-note.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { call } from '../../platform/api.ts';
import { useCommand } from '../../platform/use-command.ts';

const key = ['villages'] as const;

/** Which assistant goes to which village. What is nobody's is said on top: those households have no one who comes by. */
export function VillagesCard({ mayAssign }: { readonly mayAssign: boolean }) {
  const queries = useQueryClient();
  const found = useQuery({ queryKey: key, queryFn: () => call(staffApi.villages, {}), retry: 1 });
  const [changed, setChanged] = useState<Readonly<Record<string, string[]>>>({});
  const [said, setSaid] = useState('');
  const assign = useCommand(
    useCallback(
      async (_key: string, { staffId, villages }: { staffId: string; villages: string[] }) => {
        queries.setQueryData(key, await call(staffApi.assignVillages, { params: { staffId }, body: { villages } }));
        return true;
      },
      [queries],
    ),
  );
  const { villages = [], assistants = [] } = found.data ?? {};
  const open = villages.filter(({ name }) => !assistants.some((one) => one.villages.includes(name)));
  const save = async (staffId: string, name: string): Promise<void> => {
    if (!(await assign.run({ staffId, villages: changed[staffId] ?? [] }))) return;
    const { [staffId]: _, ...rest } = changed;
    setChanged(rest);
    setSaid(`${name}的村社改好了，从现在起。`);
  };
  return (
    <section className="card people" aria-label="协理员看哪些村社">
      <h2>协理员看哪些村社</h2>
      {found.isPending && <Waiting rows={2} what="村社" />}
      {found.isError && <ProblemNote error={found.error} again={() => void found.refetch()} />}
      {found.data && assistants.length === 0 && <p>本镇街还没有协理员的账号。</p>}
      {open.length > 0 && assistants.length > 0 && (
        <p>没有协理员的村社：{open.map(({ name, households }) => `${name}（${households} 户）`).join('、')}</p>
      )}
      <ul>
        {assistants.map((one) => (
          <li key={one.staffId}>
            <b>{one.name}</b>
            {mayAssign ? (
              <>
                <Select
                  mode="multiple"
                  aria-label={`${one.name}看哪些村社`}
                  placeholder="没有写上的，她一户也看不到"
                  style={{ flex: 1 }}
                  value={changed[one.staffId] ?? one.villages}
                  onChange={(value) => setChanged({ ...changed, [one.staffId]: value })}
                  options={villages.map(({ name, households }) => ({ value: name, label: `${name}（${households} 户）` }))}
                />
                <Button
                  size="small"
                  disabled={changed[one.staffId] === undefined || assign.busy}
                  onClick={() => void save(one.staffId, one.name)}
                  aria-label={`保存${one.name}的村社`}
                >
                  保存
                </Button>
              </>
            ) : (
              <span className="sub">{one.villages.join('、') || '还没有定'}</span>
            )}
          </li>
        ))}
      </ul>
      {assign.problem && <ProblemBox problem={assign.problem} />}
      <p aria-live="polite">{said}</p>
    </section>
  );
}
