import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { Mark } from '../../components/mark.tsx';
import { usePageTitle } from '../../components/page-title.ts';
import { signInUrl } from '../../platform/session-end.ts';

/** Nobody is signed in. One thing to do: sign in with the account of one's unit, and come back to the same page. */
export function SignInPage() {
  usePageTitle('登录');
  const button = useRef<HTMLAnchorElement & HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const left = new URLSearchParams(window.location.search).has('signed-out');
  return (
    <main className="sign-in">
      <section className="card">
        <Mark size={44} />
        <h1>镇街工作台</h1>
        <p>{left ? '已经退出，这台电脑上没有留下东西。' : '用单位账号登录，登录后回到刚才的页面。'}</p>
        <Button ref={button} type="primary" size="large" block href={signInUrl(left ? '/' : window.location.pathname)}>
          用单位账号登录
        </Button>
        <p className="sub">只能看本镇街的；看了什么都会留痕。</p>
      </section>
    </main>
  );
}
