import { describe, expect, it, test } from 'vitest';
import { repositoryFiles, textOf } from './repository-files.ts';

// The law: whether somebody authenticated is read by no step that leads to less money. The policy package holds it for rules
// (packages/policy-chongqing/src/authentication), triggers hold it for one transaction (migrations/0008-authentication.sql), and this
// holds it for the code: who may read is a short list, and nobody on it touches money.

const services = 'apps/bff/src/services/';
const isTest = (file: string) => /\.(db\.)?(test|long)\.ts$|-for-test\.ts$|^apps\/bff\/src\/test\//.test(file);
const isIn = (file: string, places: readonly string[]) =>
  places.some((place) => file === place || (place.endsWith('/') && file.startsWith(place)));

/** Whose tables they are, and the ladder that ends in a visit. */
const READERS = ['authentication/', 'consent-act/', 'face-check/', 'reminder/', 'round/', 'signal/', 'upload/', 'visit/'].map(
  (one) => services + one,
);
/** The member's last meeting and next date: shown, listed, reminded of; written by the import and by a meeting. */
const READERS_OF_DATES = [
  'apps/bff/src/db/register.ts',
  ...['authentication/view.ts', 'case-file/', 'register/', 'reminder/', 'round/'].map((one) => services + one),
];
/** What others may ask of a reader: all of them tell it something, none asks it whether somebody authenticated. */
const MAY_TELL: Readonly<Record<string, readonly string[]>> = {
  [`${services}verification/redeem-code.ts`]: ['authentication/at-the-window.ts', 'authentication/assistant.ts'],
  [`${services}verification/use-code.ts`]: ['authentication/at-the-window.ts'],
  // Tells that a card was just seen at the counter; whoever asks for a certificate gets it whatever any meeting came to.
  [`${services}certificate/print.ts`]: ['authentication/at-the-window.ts'],
  [`${services}file/remove.ts`]: ['upload/sweep.ts'],
  // Whether a piece of a film that is still being sent can be opened; a piece is of nobody's authentication yet.
  [`${services}file/reconcile.ts`]: ['upload/sweep.ts'],
  [`${services}context.ts`]: ['authentication/data-source.ts'],
  // A second step of a new phone or account: a face of this purpose, never a record of authentication.
  [`${services}contact-change/`]: ['face-check/second-step.ts'],
  // Puts something into the queue for somebody to ask about; reads nothing. A face in place of a name written by hand: one of this purpose
  // only, which is no authentication, books no visit and counts for nothing else.
  [`${services}relay/`]: ['signal/raise.ts', 'face-check/begin-for-signature.ts', 'face-check/use-to-sign.ts'],
  [`${services}proxy/not-agreed.ts`]: ['signal/raise.ts'],
  // Both put something into the queue for an officer and read nothing: an answer the person says is wrong, a call of long ago.
  [`${services}cross-check/of-resident.ts`]: ['signal/raise.ts'],
  [`${services}urgent/claim.ts`]: ['signal/raise.ts'],
  // How many people one may help, and whether a paper can be.
  [`${services}proxy/begin.ts`]: ['authentication/assistant.ts', 'authentication/whom.ts'],
  // Which rows are about a clerk's relatives, so that she does not see them; not what stands in them.
  [`${services}staff/scope.ts`]: ['authentication/ids-of-people.ts'],
  // Which photos belong into a household's file when it is printed; not what any meeting came to.
  [`${services}archive/photos-of-case.ts`]: ['authentication/photo-ids.ts'],
  // Whether a video or photo that was sent, or a visit that was asked for, stands before somebody who has to see to it; not what came of it.
  [`${services}delivery/`]: ['authentication/evidence-sent.ts', 'visit/visit-sent.ts'],
  // Shows a household what is under way for it.
  [`${services}family/read.ts`]: ['authentication/under-way.ts'],
};
const TABLES = 'authentications|face_checks|visits|visit_tries|signals|contact_sources|uploads|upload_pieces';

/** How one file of the BFF breaks the law. */
function broken(file: string, text: string): string[] {
  const found: string[] = [];
  const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const imports = [...code.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');
  const reader = isIn(file, READERS);
  if (!reader && imports.some((from) => from.endsWith('db/authentication.ts'))) found.push('reads the tables of authentication');
  if (!reader && new RegExp(`\\b(from|join|into|update)\\s+(${TABLES})\\b`).test(code)) found.push('asks the tables of authentication');
  if (
    !isIn(file, READERS_OF_DATES) &&
    /\b(lastMet|nextAuthentication|last_met\w*|next_authentication)\b/.test(code) &&
    !readsNextDueToTell(file)
  )
    found.push('reads when somebody was met');
  if (reader && /\b(caseBenefits|case_benefits|amount|endedOn|taperFrom|taperUntil)\b/.test(code) && !onlyFindsOpenCases(code))
    found.push('touches money');
  if (reader && /\b(update|delete|insert)\((caseFiles|caseBenefits)\)/.test(code)) found.push('writes a case file');
  if (!reader && file.startsWith(services))
    for (const from of imports) {
      const to = /(?:\.\.\/|\.\/)((?:authentication|face-check|visit|upload|signal)\/[\w-]+\.ts)$/.exec(from)?.[1];
      const may = Object.entries(MAY_TELL).find(([place]) => isIn(file, [place]))?.[1] ?? [];
      if (to && !may.includes(to)) found.push(`asks ${to}`);
    }
  return found;
}

/** The receipt names the next date. */
const readsNextDueToTell = (file: string) => file === `${services}authentication/view.ts`;
/** `ended_on is null`: a case that is no more is not looked for. */
const onlyFindsOpenCases = (code: string) =>
  !/\b(caseBenefits|case_benefits|amount|taperFrom|taperUntil)\b/.test(code) &&
  (code.match(/\bendedOn\b/g) ?? []).length === (code.match(/isNull\(\w+\.endedOn\)/g) ?? []).length;

describe('认证这件事，谁都不能拿来少给钱', () => {
  it('现有的代码里没有一处', () => {
    const files = repositoryFiles().filter(
      (file) => /^apps\/bff\/src\/.*\.ts$/.test(file) && !isTest(file) && file !== 'apps/bff/src/db/authentication.ts',
    );
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap((file) => broken(file, textOf(file) ?? '').map((what) => `${file}: ${what}`))).toEqual([]);
  });

  it('这些表不和别的表从同一扇门出来', () => {
    expect(textOf('apps/bff/src/db/schema.ts')).not.toContain('authentication');
  });

  it('两个政策包和页面也不碰这些表', () => {
    const files = repositoryFiles().filter((file) => /^(packages|apps\/(miniprogram|desk|policy-cli))\/.*\.tsx?$/.test(file));
    expect(files.filter((file) => /db\/authentication/.test(textOf(file) ?? ''))).toEqual([]);
  });
});

test.each([
  ['opinion/give.ts', "import { authentications } from '../../db/authentication.ts';", 'reads the tables of authentication'],
  ['change/settle.ts', 'tx.db.execute(sql`select 1 from authentications where state = 1`)', 'asks the tables of authentication'],
  ['change/settle.ts', 'if (member.lastMet === null) stop();', 'reads when somebody was met'],
  ['opinion/give.ts', "import { listAuthentications } from '../authentication/list.ts';", 'asks authentication/list.ts'],
  ['change/settle.ts', "import { openVisitOf } from '../visit/add.ts';", 'asks visit/add.ts'],
  ['verification/redeem-code.ts', "import { listAuthentications } from '../authentication/list.ts';", 'asks authentication/list.ts'],
  ['visit/record.ts', 'await tx.db.update(caseFiles).set({ endedOn: on });', 'writes a case file'],
  ['authentication/count-contact.ts', "import { caseBenefits } from '../../db/schema.ts';", 'touches money'],
  ['reminder/climb.ts', 'await tx.db.update(t).set({ amount: 0 });', 'touches money'],
])('%s 里写 %s，查得出来', (file, text, because) => {
  expect(broken(services + file, text)).toContain(because);
});

test.each([
  ['case-file/standing-view.ts', 'const due = member.nextAuthentication;'],
  ['verification/redeem-code.ts', "import { countWindow } from '../authentication/at-the-window.ts';"],
  ['authentication/whom.ts', '.where(and(eq(caseMembers.numberHash, hash), isNull(caseFiles.endedOn)));'],
  ['change/submit.ts', '// authentications are read by nobody here; from visits neither'],
])('%s 里写 %s，可以', (file, text) => {
  expect(broken(services + file, text)).toEqual([]);
});
