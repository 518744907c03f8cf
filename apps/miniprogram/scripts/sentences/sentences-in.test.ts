import { expect, test } from 'vitest';
import { sentencesIn } from './sentences-in.ts';

const of = (text: string) => {
  const { fixed, changing } = sentencesIn('page.tsx', text);
  return { fixed: [...fixed], changing };
};

test('标题、说明、问题里的中文句子都在，别的属性不在', () => {
  expect(of('const a = <Head title="您好" lead="慢慢来" className="中文" />')).toEqual({ fixed: ['您好', '慢慢来'], changing: 0 });
});
test('两种说法，两句都要录', () => {
  expect(of("const a = <Row title={done ? '好了' : '还没好'} />").fixed).toEqual(['好了', '还没好']);
});
test('提示框里的字，断了行也是一句', () => {
  expect(of('const a = (\n  <Note>\n    没有材料，\n    也能交。\n  </Note>\n)').fixed).toEqual(['没有材料，也能交。']);
});
test('带名字和数的句子录不了，只数一数', () => {
  expect(of('const a = <Head title={`$' + '{name}，您好`} />')).toEqual({ fixed: [], changing: 1 });
});
test('没有中文的不算', () => {
  expect(of('const a = { title: "ok", name: `x` }')).toEqual({ fixed: [], changing: 0 });
});
