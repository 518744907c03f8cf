/**
 * What may be read from a replica: the progress pages, and what hangs for everybody. Whatever is not named is read from the primary. Not
 * named, on purpose: what writes who looked (photos, one's own copy), drafts and uploads that are being written, codes, everything urgent, and the
 * account itself, which every request asks the primary for anyway.
 */
const READS: ReadonlySet<string> = new Set([
  ...['applications', 'application', 'applicationWorking', 'decisions', 'decision', 'messages', 'changes', 'change', 'contactChanges'],
  ...['family', 'familyChain', 'referrals', 'checks', 'visits', 'authentications', 'doors', 'certificates', 'myData'],
  ...['givenConsents', 'helpers', 'helping', 'relayBoard', 'relaySignatures'],
  // For anyone. Of a certificate the looking; that it was looked at is counted on the primary.
  ...['postings', 'districts', 'townships', 'checkReality', 'checkCertificate'],
]);

export const isReplicaRead = (endpointId: string): boolean => READS.has(endpointId);
/** For the test that asks each of them. */
export const replicaReads = (): readonly string[] => [...READS];
