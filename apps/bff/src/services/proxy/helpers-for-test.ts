import { randomUUID } from 'node:crypto';
import { ACTING_FOR_HEADER, type Client, type HelperVerb, makeClient, residentApi } from '@assist/contracts';
import type { CivilDate } from '@assist/policy';
import type { BffForTest } from '../../test/bff-for-test.ts';
import { inventedNumber } from '../../test/numbers.ts';
import { done, form, resident, submission } from '../../test/people.ts';

export type Someone = Awaited<ReturnType<typeof resident>>;

/** People of one database, and those who help them. */
export function helpersForTest(bff: BffForTest) {
  let people = 0;
  /** Letters only, as the fake WeChat reads them. */
  const letters = (n: number): string => [...String(n)].map((c) => 'abcdefghij'[Number(c)]).join('');
  /** Who `somebody` made last, to sign in once more. */
  const lastPerson = (): string => letters(people);
  const somebody = (name = '李素芬', number = inventedNumber('1946-03-01')) => resident(bff, letters(++people), { name, number });

  /** The same account, asking in somebody's name. */
  const inTheName = (helper: Someone, grantId: string): Client =>
    makeClient(async ({ method, path, headers, body }) => {
      const answer = await fetch(`${bff.residentUrl}${path}`, {
        method,
        headers: { ...headers, authorization: `Bearer ${helper.accessToken}`, [ACTING_FOR_HEADER]: grantId },
        ...(body !== undefined && { body }),
      });
      return { kind: 'answer', status: answer.status, text: await answer.text() };
    });

  const invite = async (person: Someone, verbs: HelperVerb[], until = '2027-05-01' as CivilDate) =>
    done(
      await person.call(residentApi.inviteHelper, {
        body: { grantId: randomUUID(), name: '孙子小宇', kind: 'family', verbs, until },
        key: randomUUID(),
      }),
    );
  async function helping(verbs: HelperVerb[] = ['fill', 'send', 'results']) {
    const [grandma, grandson] = [await somebody(), await somebody('张小宇', inventedNumber('2001-01-01'))];
    const { token, grant } = await invite(grandma, verbs);
    done(await grandson.call(residentApi.acceptHelping, { body: { token } }));
    return { grandma, grandson, grantId: grant.grantId, token, as: inTheName(grandson, grant.grantId) };
  }
  const save = (call: Client, draftId: string, baseRevision: number, story: string) =>
    call(residentApi.saveDraft, { params: { draftId }, body: { formVersion: 1, baseRevision, form: { formVersion: 1, story } } });
  const send = (call: Client, draftId?: string) => {
    const applicationId = randomUUID();
    const body = submission({ form: form(), ...(draftId && { draftId }) });
    return call(residentApi.submitApplication, { params: { applicationId }, body }).then((answer) => ({ applicationId, answer }));
  };
  return { lastPerson, somebody, inTheName, invite, helping, save, send };
}
