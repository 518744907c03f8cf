import { type StaffRole, staffApi } from '@assist/contracts';
import { ServiceProblem } from '../services/problem.ts';

const TOWNSHIP: readonly StaffRole[] = ['handler', 'auditor', 'supervisor'];
/** Who changes something: an auditor only reads. */
const WORKS: readonly StaffRole[] = ['handler', 'supervisor'];
const SEES_PAYMENTS: readonly StaffRole[] = ['handler', 'auditor', 'confirmer', 'supervisor'];
const SEES_URGENT: readonly StaffRole[] = ['handler', 'auditor', 'confirmer', 'supervisor'];
const ACTS_ON_URGENT: readonly StaffRole[] = ['handler', 'confirmer', 'supervisor'];
const EVERYBODY: readonly StaffRole[] = ['handler', 'auditor', 'confirmer', 'assistant', 'supervisor'];

/**
 * Who may call what beside those of a township. What is not named is the township's own: the district's bureau and a village's
 * assistant see procedures, and nothing of the queue, the register or the papers.
 */
const BESIDE: Partial<Record<keyof typeof staffApi, readonly StaffRole[]>> = {
  staffMe: EVERYBODY,
  staffSignOut: EVERYBODY,
  run: EVERYBODY,
  runs: EVERYBODY,
  recordEvent: ['handler', 'confirmer', 'assistant', 'supervisor'],
  // What another province asks is the bureau's.
  openForElsewhere: ['confirmer'],
  // Her own phone only; a clerk sees and ends those of the township.
  issueRoundCode: ['assistant'],
  roundTies: ['handler', 'assistant', 'supervisor'],
  endRoundTie: ['handler', 'assistant', 'supervisor'],
  // What somebody elsewhere was asked to do she sees and answers, a village's assistant too; relatives are declared by everybody.
  shares: EVERYBODY,
  answerShare: ['handler', 'supervisor', 'assistant'],
  // The people of her village: row security lets nobody else through.
  caseFiles: ['handler', 'auditor', 'supervisor', 'assistant'],
  relations: EVERYBODY,
  declareRelation: EVERYBODY,
  // A search asks by a body, so that no number stands in an address.
  findItems: TOWNSHIP,
  shareTargets: WORKS,
  paymentFile: WORKS,
  taperFile: WORKS,
  auditTrail: ['auditor'],
  takeItemOver: ['supervisor'],
  handManyOver: ['supervisor'],
  endRelation: ['supervisor'],
  assignVillages: ['supervisor'],
  // One's own half-written words.
  staffDraft: EVERYBODY,
  keepStaffDraft: EVERYBODY,
  forgetStaffDraft: EVERYBODY,
  // A household's for its township, an inspection for whoever answers for the township or the district; what they asked for is theirs.
  archives: ['handler', 'confirmer', 'supervisor'],
  askArchive: ['handler', 'confirmer', 'supervisor'],
  archivePart: ['handler', 'confirmer', 'supervisor'],
  supervisorInbox: ['supervisor'],
  decideNotice: ['supervisor'],
  watched: ['handler', 'auditor', 'confirmer', 'supervisor'],
  // The district's duty sees and calls back what was handed on to it; a village's assistant has her own round.
  urgentCalls: SEES_URGENT,
  urgentCall: SEES_URGENT,
  urgentSound: SEES_URGENT,
  recordUrgentTry: ACTS_ON_URGENT,
  endUrgentCall: ACTS_ON_URGENT,
  runBeside: EVERYBODY,
  staffReferrals: ['handler', 'auditor', 'confirmer', 'supervisor'],
  // The district's bureau looks at its townships' lists and lets them go; a village has nothing to do with accounts.
  paymentLists: SEES_PAYMENTS,
  oneTimePayments: SEES_PAYMENTS,
  paymentList: SEES_PAYMENTS,
  paymentLines: SEES_PAYMENTS,
  paymentDifferences: SEES_PAYMENTS,
  standards: SEES_PAYMENTS,
  standardRun: SEES_PAYMENTS,
  // Who answers for the township lets a household go to another one.
  moveCase: ['supervisor'],
  moveTargets: ['supervisor'],
  // For a township who answers for it, for all of its townships the district's bureau.
  startStandardRun: ['confirmer', 'supervisor'],
  stepStandardRun: ['handler', 'confirmer', 'supervisor'],
  report: SEES_PAYMENTS,
  reportFile: SEES_PAYMENTS,
  // What is said of a township's handling or people is the district bureau's to look into.
  complaints: SEES_PAYMENTS,
  complaint: SEES_PAYMENTS,
  recordOnComplaint: ['handler', 'confirmer', 'supervisor'],
  sendPaymentsBack: ['handler', 'confirmer', 'supervisor'],
  releasePayments: ['handler', 'confirmer', 'supervisor'],
};

export const rolesOf = (endpointId: keyof typeof staffApi): readonly StaffRole[] =>
  BESIDE[endpointId] ?? (staffApi[endpointId].method === 'GET' ? TOWNSHIP : WORKS);

/** @throws ServiceProblem `forbidden` */
export function requireRole(endpointId: keyof typeof staffApi, role: StaffRole): void {
  if (!rolesOf(endpointId).includes(role)) throw new ServiceProblem('forbidden');
}
