import './sign-in-page.css';
import { PROBLEM_CODES, type Problem, type ProblemCode, problemSentence } from '@assist/contracts';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Mark } from '../../components/mark.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { ProblemBox } from '../../components/problem-note.tsx';
import { signInUrl } from '../../platform/session-end.ts';

const SENTENCES: Partial<Record<ProblemCode, string>> = {
  forbidden: '这个账号在这里还没有开通，请找区里管账号的人。',
  'not-signed-in': '这次没登上，请再登一次。',
};

/** What the sign-in came back with, if it did not work out: a code of the closed list and a 问题编号, nothing else is shown. */
function problemIn(search: URLSearchParams): Problem | null {
  const code = PROBLEM_CODES.find((c) => c === search.get('problem')) as ProblemCode | undefined;
  const instance = search.get('instance');
  if (!code) return null;
  return {
    type: `about:problem/${code}`,
    title: problemSentence(code),
    status: 0,
    code,
    ...(instance && /^[\w-]{1,20}$/.test(instance) && { instance }),
  };
}

/** Nobody is signed in. One thing to do: sign in with the account of one's unit, and come back to the same page. */
export function SignInPage() {
  usePageTitle('登录');
  const button = useRef<HTMLAnchorElement & HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const search = new URLSearchParams(window.location.search);
  const left = search.has('signed-out');
  const problem = problemIn(search);
  return (
    <main className="sign-in">
      <section className="card">
        <Mark size={44} />
        <h1>镇街工作台</h1>
        <p>{left ? '已经退出，这台电脑上没有留下东西。' : '用单位账号登录，登录后回到刚才的页面。'}</p>
        {problem && <ProblemBox problem={problem} sentence={SENTENCES[problem.code]} />}
        <Button ref={button} type="primary" size="large" block href={signInUrl(left ? '/' : window.location.pathname)}>
          用单位账号登录
        </Button>
        <p className="sub">只能看本镇街的；看了什么都会留痕。</p>
      </section>
    </main>
  );
}
