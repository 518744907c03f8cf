import { CALL_ID, COMPLAINT_ID, LIST_ID, OBJECTION_ID, SUPERVISOR } from './fixtures-beside.ts';
import { CONFIRMER, STANDARD_RUN_ID } from './fixtures-district.ts';
import { CHANGE_ID, caseFile, visitItem } from './fixtures-in-force.ts';
import { OTHER_LANES } from './fixtures-lanes.ts';
import { APPLIED, RUN_ID } from './fixtures-run.ts';
import type { Scene } from './scene.ts';

/** Pages as whoever leads the office sees them. */
const SUPERVISED = [
  ['supervisor', '/supervisor'],
  ['urgent', `/urgent/${CALL_ID}`],
  ['objections', '/queue/objections'],
  ['objection', `/objections/${OBJECTION_ID}`],
  ['complaints', '/queue/complaints'],
  ['complaint', `/complaints/${COMPLAINT_ID}`],
  ['complaint-letter', `/complaints/${COMPLAINT_ID}/letter`],
  ['alerts', '/queue/alerts'],
  ['watched', '/watched'],
  ['referrals', '/referrals'],
  ['payments', '/payments'],
  ['payment', `/payments/${LIST_ID}`],
  ['reports', '/reports'],
  ['reviews', '/reviews'],
  ['gradual', '/gradual'],
  ['archives', '/archives'],
  ['paper', `/register/${caseFile().caseId}/paper`],
  ['colleagues', '/colleagues'],
] as const;

/** Who already receives something, what leads the office, and what the district does. */
export const IN_FORCE_SCENES: readonly Scene[] = [
  ['force-runs', '/runs'],
  ['force-run', `/runs/${RUN_ID}`],
  [
    'force-record',
    `/runs/${RUN_ID}`,
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '领这一件' }).click();
      await p.getByRole('button', { name: '记下：入户走访' }).click();
      await p.getByLabel('哪天去的').waitFor();
      await p.waitForTimeout(300);
    },
  ],
  [
    'force-rules',
    `/runs/${RUN_ID}`,
    (t) => {
      t.runMore = APPLIED;
    },
    async (p) => void (await p.getByRole('button', { name: '领这一件' }).click()),
  ],
  ['force-changes', '/queue/changes'],
  ['force-change', `/changes/${CHANGE_ID}`],
  [
    'force-opinion',
    `/changes/${CHANGE_ID}`,
    undefined,
    async (p) => {
      await p.getByRole('button', { name: '领这一件' }).click();
      await p.getByRole('button', { name: '写初步意见' }).click();
      await p.getByText('可能减少').click();
    },
  ],
  ['force-authentications', '/queue/authentications'],
  ['force-visit', `/authentications/${visitItem().workItemId}`],
  ['force-register', '/register'],
  ['force-case-file', `/register/${caseFile().caseId}`],
  ['force-imports', '/imports'],
  ...SUPERVISED.map(
    ([name, path]): Scene => [
      name,
      path,
      (t) => {
        t.staff = SUPERVISOR;
        t.items = [...t.items, ...OTHER_LANES];
      },
    ],
  ),
  [
    'town-move',
    `/register/${caseFile().caseId}`,
    (t) => {
      t.staff = SUPERVISOR;
    },
    async (p) => {
      await p.getByRole('button', { name: '搬家了，转镇街' }).click();
      await p.getByRole('button', { name: '转过去' }).click();
      await p.waitForTimeout(400);
    },
  ],
  [
    'town-certificate',
    `/register/${caseFile().caseId}/certificate`,
    undefined,
    async (p) => void (await p.getByRole('button', { name: '开这张证明' }).click()),
  ],
  [
    'town-certificate-paper',
    `/register/${caseFile().caseId}/certificate`,
    undefined,
    async (p) => {
      await p.getByLabel('给哪一位开').click();
      await p.getByTitle('周德明').click();
      await p.getByText('凭他的核身码').click();
      await p.locator('#certificate-code').fill('K7MT4QWX');
      await p.getByRole('button', { name: '开这张证明' }).click();
      await p.getByRole('article', { name: '救助证明' }).waitFor();
    },
  ],
  [
    'town-once',
    '/payments',
    (t) => {
      t.staff = SUPERVISOR;
    },
    async (p) => {
      await p.getByRole('button', { name: '看谁、多少（留痕）' }).click();
      await p.getByText('2 笔').waitFor();
    },
  ],
  [
    'town-elsewhere',
    '/runs',
    (t) => {
      t.staff = CONFIRMER;
    },
    async (p) => void (await p.getByRole('button', { name: '记一件别省来的核对请求' }).click()),
  ],
  [
    'town-standards',
    '/standards',
    (t) => {
      t.staff = CONFIRMER;
    },
  ],
  [
    'town-standard-run',
    `/standards/${STANDARD_RUN_ID}`,
    (t) => {
      t.staff = SUPERVISOR;
    },
  ],
  [
    'town-supervisor-take',
    '/supervisor',
    (t) => {
      t.staff = SUPERVISOR;
    },
    async (p) => {
      await p
        .getByRole('button', { name: /^接过来办/ })
        .first()
        .click();
      await p.waitForTimeout(400);
    },
  ],
];
