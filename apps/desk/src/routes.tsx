import type { StaffView } from '@assist/contracts';
import type { ComponentType } from 'react';
import { createBrowserRouter, Navigate, type RouteObject, useLocation } from 'react-router';
import { Waiting } from './components/waiting.tsx';
import { AuditPage } from './features/audit/audit-page.tsx';
import { CodesPage } from './features/codes/codes-page.tsx';
import { LANE_IDS, LANES } from './features/queue/lanes.tsx';
import { QueuePage } from './features/queue/queue-page.tsx';
import { LostPage } from './lost-page.tsx';
import { useStaff } from './platform/session.tsx';

/** Pages of one role. Another role gets the queue; the server refuses in any case. */
const Only = ({ when, children }: { readonly when: readonly StaffView['role'][]; readonly children: React.ReactNode }) =>
  when.includes(useStaff().role) ? children : <Navigate to="/queue" replace />;

const ToQueue = () => <Navigate to={`/queue/applications${useLocation().search}`} replace />;

/** A confirmer's work is what her townships sent up, an assistant's is at the doors; everybody else's is the queue. */
const HOMES: Partial<Record<string, string>> = { confirmer: '/runs', assistant: '/phone' };
const Home = () => <Navigate to={HOMES[useStaff().role] ?? '/queue/applications'} replace />;

/** A page that is fetched when it is first opened. @param what one waits for meanwhile, in so many rows */
const page = (path: string, what: string, load: () => Promise<ComponentType>, rows = 8): RouteObject => ({
  path,
  lazy: async () => ({ Component: await load() }),
  errorElement: <LostPage because="chunk" />,
  hydrateFallbackElement: <Waiting rows={rows} what={what} />,
});

export const router = createBrowserRouter([
  { path: '/', element: <Home /> },
  { path: '/queue', element: <ToQueue /> },
  ...LANE_IDS.map((lane) => ({ path: LANES[lane].path, element: <QueuePage key={lane} lane={lane} /> })),
  page('/cases/:applicationId', '这一件', async () => (await import('./features/case/case-page.tsx')).CasePage),
  page('/changes/:changeId', '这次变化', async () => (await import('./features/change/change-page.tsx')).ChangePage),
  page(
    '/authentications/:workItemId',
    '这一件',
    async () => (await import('./features/authentication/item-page.tsx')).AuthenticationItemPage,
  ),
  page('/doors/:doorId', '这次入户', async () => (await import('./features/round/door-page.tsx')).DoorPage),
  page('/phone', '我的手机', async () => (await import('./features/round/my-phone-page.tsx')).MyPhonePage, 4),
  page('/cases/:applicationId/run', '这件申请的程序', async () => (await import('./features/run/run-page.tsx')).RunOfApplicationPage),
  page(
    '/cases/:applicationId/corrections/:correctionId/letter',
    '这封信',
    async () => (await import('./features/case/correction-letter-page.tsx')).CorrectionLetterPage,
  ),
  page('/letters/:authenticationId', '告知信', async () => (await import('./features/authentication/letter-page.tsx')).LetterPage),
  page('/urgent/:callId', '这件急事', async () => (await import('./features/urgent/urgent-page.tsx')).UrgentPage),
  page('/runs', '程序', async () => (await import('./features/run/runs-page.tsx')).RunsPage),
  page('/runs/:runId', '这个程序', async () => (await import('./features/run/run-page.tsx')).RunPage),
  page('/runs/:runId/letters/:letter', '这封信', async () => (await import('./features/run/letters/letter-page.tsx')).LetterPage),
  page('/watched', '监测名单', async () => (await import('./features/run/watched-page.tsx')).WatchedPage),
  page('/referrals', '转介台账', async () => (await import('./features/referral/referrals-page.tsx')).ReferralsPage),
  page('/register', '在册家庭', async () => (await import('./features/register/register-page.tsx')).RegisterPage),
  page('/reviews', '核查计划', async () => {
    const { RegisterPage } = await import('./features/register/register-page.tsx');
    return () => <RegisterPage only="review" />;
  }),
  page('/gradual', '渐退期台账', async () => (await import('./features/register/tapers-page.tsx')).TapersPage),
  page('/register/:caseId', '一户一档', async () => (await import('./features/register/case-file-page.tsx')).CaseFilePage),
  page('/imports', '名单', async () => (await import('./features/register/imports-page.tsx')).ImportsPage),
  page('/payments', '发放清单', async () => (await import('./features/payment/payments-page.tsx')).PaymentsPage),
  page('/payments/:listId', '发放清单', async () => (await import('./features/payment/payment-page.tsx')).PaymentPage),
  page('/objections/:objectionId', '这份异议', async () => (await import('./features/voice/objection-page.tsx')).ObjectionPage),
  page('/objections/:objectionId/letter', '回复信', async () => (await import('./features/voice/letter-page.tsx')).ObjectionLetterPage),
  page('/complaints', '举报投诉', async () => (await import('./features/voice/complaints-page.tsx')).ComplaintsPage),
  page('/complaints/:complaintId', '这份举报', async () => (await import('./features/voice/complaint-page.tsx')).ComplaintPage),
  page('/complaints/:complaintId/letter', '回复信', async () => (await import('./features/voice/letter-page.tsx')).ComplaintLetterPage),
  page('/standards', '低保标准', async () => (await import('./features/standard/standards-page.tsx')).StandardsPage, 6),
  page('/standards/:standardRunId', '每一户', async () => (await import('./features/standard/standard-run-page.tsx')).StandardRunPage),
  page('/reports', '报表', async () => (await import('./features/report/reports-page.tsx')).ReportsPage),
  page('/shares', '互相帮的', async () => (await import('./features/share/shares-page.tsx')).SharesPage, 6),
  page('/colleagues', '同事和近亲属', async () => (await import('./features/colleagues/colleagues-page.tsx')).ColleaguesPage, 6),
  page('/register/:caseId/paper', '一户一档', async () => (await import('./features/register/paper-page.tsx')).PaperPage),
  page(
    '/register/:caseId/certificate',
    '救助证明',
    async () => (await import('./features/certificate/certificate-page.tsx')).CertificatePage,
    6,
  ),
  page('/archives', '导出', async () => (await import('./features/archive/archives-page.tsx')).ArchivesPage, 4),
  page('/supervisor', '等我定的', async () => (await import('./features/supervisor/supervisor-page.tsx')).SupervisorPage, 6),
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
