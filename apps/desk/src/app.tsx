import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router';
import { ProblemNote } from './components/problem-note.tsx';
import { Waiting } from './components/waiting.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { SignedIn } from './platform/session.tsx';
import { router } from './routes.tsx';
import { theme } from './theme/antd-theme.ts';

const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' }, mutations: { networkMode: 'always' } } });

export function App() {
  return (
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <AntdApp className="app">
        <QueryClientProvider client={queries}>
          <SignedIn
            waiting={<Waiting rows={8} what="工作台" />}
            signedOut={<SignInPage />}
            problem={(error, again) => (
              <main className="sign-in">
                <ProblemNote error={error} again={again} />
              </main>
            )}
          >
            <RouterProvider router={router} />
          </SignedIn>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
