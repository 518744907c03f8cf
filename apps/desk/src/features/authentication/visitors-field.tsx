import { Input } from 'antd';

/** Names of who goes, one a line; the first is the clerk who writes. */
export function VisitorsField({ value, onChange }: { readonly value: readonly string[]; readonly onChange: (names: string[]) => void }) {
  return (
    <fieldset className="visitors">
      <legend>谁去（两个人的，写两个名字）</legend>
      {[0, 1].map((n) => (
        <Input
          key={n}
          aria-label={n === 0 ? '第一个人' : '第二个人'}
          placeholder={n === 0 ? '第一个人' : '第二个人，一个人去就空着'}
          maxLength={30}
          value={value[n] ?? ''}
          onChange={(e) => {
            const names = [value[0] ?? '', value[1] ?? ''];
            names[n] = e.target.value;
            onChange(names);
          }}
        />
      ))}
    </fieldset>
  );
}

export const namesOf = (typed: readonly string[]): string[] => typed.map((name) => name.trim()).filter(Boolean);
