import { Button } from 'antd';
import { useEffect } from 'react';

/** An address that leads nowhere, or a part of the page that could not be fetched. */
export function LostPage({ because }: { readonly because: 'address' | 'chunk' }) {
  useEffect(() => {
    document.title = '没有这一页 · 镇街工作台';
  }, []);
  return (
    <main className="sign-in">
      <section className="card">
        <h1>{because === 'address' ? '没有这一页' : '这一页没取来'}</h1>
        <p>{because === 'address' ? '地址可能抄漏了一截。' : '可能断了网，也可能刚换了新版。写好的都在，重新取一次就行。'}</p>
        {because === 'chunk' && (
          <Button type="primary" size="large" block onClick={() => window.location.reload()}>
            重新取一次
          </Button>
        )}
        <Button size="large" block href="/queue">
          回队列
        </Button>
      </section>
    </main>
  );
}
