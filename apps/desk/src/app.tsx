import type { StaffView } from '@assist/contracts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createBrowserRouter, Navigate, RouterProvider, useLocation } from 'react-router';
import { ProblemNote } from './components/problem-note.tsx';
import { Waiting } from './components/waiting.tsx';
import { AuditPage } from './features/audit/audit-page.tsx';
import { CodesPage } from './features/codes/codes-page.tsx';
import { LANE_IDS, LANES } from './features/queue/lanes.tsx';
import { QueuePage } from './features/queue/queue-page.tsx';
import { SignInPage } from './features/sign-in/sign-in-page.tsx';
import { LostPage } from './lost-page.tsx';
import { SignedIn, useStaff } from './platform/session.tsx';
import { theme } from './theme/antd-theme.ts';

const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always' }, mutations: { networkMode: 'always' } } });

/** Pages of one role. Another role gets the queue; the server refuses in any case. */
const Only = ({ when, children }: { readonly when: readonly StaffView['role'][]; readonly children: React.ReactNode }) =>
  when.includes(useStaff().role) ? children : <Navigate to="/queue" replace />;

const ToQueue = () => <Navigate to={`/queue/applications${useLocation().search}`} replace />;

/** A confirmer's work is what her townships sent up, an assistant's is at the doors; everybody else's is the queue. */
const HOMES: Partial<Record<string, string>> = { confirmer: '/runs', assistant: '/phone' };
const Home = () => <Navigate to={HOMES[useStaff().role] ?? '/queue/applications'} replace />;

const router = createBrowserRouter([
  { path: '/', element: <Home /> },
  { path: '/queue', element: <ToQueue /> },
  ...LANE_IDS.map((lane) => ({ path: LANES[lane].path, element: <QueuePage key={lane} lane={lane} /> })),
  {
    path: '/cases/:applicationId',
    lazy: async () => ({ Component: (await import('./features/case/case-page.tsx')).CasePage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这一件" />,
  },
  {
    path: '/changes/:changeId',
    lazy: async () => ({ Component: (await import('./features/change/change-page.tsx')).ChangePage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这次变化" />,
  },
  {
    path: '/authentications/:workItemId',
    lazy: async () => ({ Component: (await import('./features/authentication/item-page.tsx')).AuthenticationItemPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这一件" />,
  },
  {
    path: '/doors/:doorId',
    lazy: async () => ({ Component: (await import('./features/round/door-page.tsx')).DoorPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这次入户" />,
  },
  {
    path: '/phone',
    lazy: async () => ({ Component: (await import('./features/round/my-phone-page.tsx')).MyPhonePage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={4} what="我的手机" />,
  },
  {
    path: '/cases/:applicationId/run',
    lazy: async () => ({ Component: (await import('./features/run/run-page.tsx')).RunOfApplicationPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这件申请的程序" />,
  },
  {
    path: '/cases/:applicationId/corrections/:correctionId/letter',
    lazy: async () => ({ Component: (await import('./features/case/correction-letter-page.tsx')).CorrectionLetterPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这封信" />,
  },
  {
    path: '/letters/:authenticationId',
    lazy: async () => ({ Component: (await import('./features/authentication/letter-page.tsx')).LetterPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="告知信" />,
  },
  {
    path: '/urgent/:callId',
    lazy: async () => ({ Component: (await import('./features/urgent/urgent-page.tsx')).UrgentPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这件急事" />,
  },
  {
    path: '/runs',
    lazy: async () => ({ Component: (await import('./features/run/runs-page.tsx')).RunsPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="程序" />,
  },
  {
    path: '/runs/:runId',
    lazy: async () => ({ Component: (await import('./features/run/run-page.tsx')).RunPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这个程序" />,
  },
  {
    path: '/runs/:runId/letters/:letter',
    lazy: async () => ({ Component: (await import('./features/run/letters/letter-page.tsx')).LetterPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这封信" />,
  },
  {
    path: '/watched',
    lazy: async () => ({ Component: (await import('./features/run/watched-page.tsx')).WatchedPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="监测名单" />,
  },
  {
    path: '/referrals',
    lazy: async () => ({ Component: (await import('./features/referral/referrals-page.tsx')).ReferralsPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="转介台账" />,
  },
  {
    path: '/register',
    lazy: async () => ({ Component: (await import('./features/register/register-page.tsx')).RegisterPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="在册家庭" />,
  },
  {
    path: '/reviews',
    lazy: async () => {
      const { RegisterPage } = await import('./features/register/register-page.tsx');
      return { Component: () => <RegisterPage only="review" /> };
    },
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="核查计划" />,
  },
  {
    path: '/gradual',
    lazy: async () => ({ Component: (await import('./features/register/tapers-page.tsx')).TapersPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="渐退期台账" />,
  },
  {
    path: '/register/:caseId',
    lazy: async () => ({ Component: (await import('./features/register/case-file-page.tsx')).CaseFilePage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="一户一档" />,
  },
  {
    path: '/imports',
    lazy: async () => ({ Component: (await import('./features/register/imports-page.tsx')).ImportsPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="名单" />,
  },
  {
    path: '/payments',
    lazy: async () => ({ Component: (await import('./features/payment/payments-page.tsx')).PaymentsPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="发放清单" />,
  },
  {
    path: '/payments/:listId',
    lazy: async () => ({ Component: (await import('./features/payment/payment-page.tsx')).PaymentPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="发放清单" />,
  },
  {
    path: '/objections/:objectionId',
    lazy: async () => ({ Component: (await import('./features/voice/objection-page.tsx')).ObjectionPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这份异议" />,
  },
  {
    path: '/objections/:objectionId/letter',
    lazy: async () => ({ Component: (await import('./features/voice/letter-page.tsx')).ObjectionLetterPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="回复信" />,
  },
  {
    path: '/complaints',
    lazy: async () => ({ Component: (await import('./features/voice/complaints-page.tsx')).ComplaintsPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="举报投诉" />,
  },
  {
    path: '/complaints/:complaintId',
    lazy: async () => ({ Component: (await import('./features/voice/complaint-page.tsx')).ComplaintPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="这份举报" />,
  },
  {
    path: '/complaints/:complaintId/letter',
    lazy: async () => ({ Component: (await import('./features/voice/letter-page.tsx')).ComplaintLetterPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="回复信" />,
  },
  {
    path: '/standards',
    lazy: async () => ({ Component: (await import('./features/standard/standards-page.tsx')).StandardsPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={6} what="低保标准" />,
  },
  {
    path: '/standards/:standardRunId',
    lazy: async () => ({ Component: (await import('./features/standard/standard-run-page.tsx')).StandardRunPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="每一户" />,
  },
  {
    path: '/reports',
    lazy: async () => ({ Component: (await import('./features/report/reports-page.tsx')).ReportsPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="报表" />,
  },
  {
    path: '/shares',
    lazy: async () => ({ Component: (await import('./features/share/shares-page.tsx')).SharesPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={6} what="互相帮的" />,
  },
  {
    path: '/colleagues',
    lazy: async () => ({ Component: (await import('./features/colleagues/colleagues-page.tsx')).ColleaguesPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={6} what="同事和近亲属" />,
  },
  {
    path: '/register/:caseId/paper',
    lazy: async () => ({ Component: (await import('./features/register/paper-page.tsx')).PaperPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={8} what="一户一档" />,
  },
  {
    path: '/register/:caseId/certificate',
    lazy: async () => ({ Component: (await import('./features/certificate/certificate-page.tsx')).CertificatePage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={6} what="救助证明" />,
  },
  {
    path: '/archives',
    lazy: async () => ({ Component: (await import('./features/archive/archives-page.tsx')).ArchivesPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={4} what="导出" />,
  },
  {
    path: '/supervisor',
    lazy: async () => ({ Component: (await import('./features/supervisor/supervisor-page.tsx')).SupervisorPage }),
    errorElement: <LostPage because="chunk" />,
    hydrateFallbackElement: <Waiting rows={6} what="等我定的" />,
  },
  {
    path: '/codes',
    element: (
      <Only when={['handler', 'supervisor']}>
        <CodesPage />
      </Only>
    ),
  },
  {
    path: '/audit',
    element: (
      <Only when={['auditor']}>
        <AuditPage />
      </Only>
    ),
  },
  { path: '*', element: <LostPage because="address" /> },
]);

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
