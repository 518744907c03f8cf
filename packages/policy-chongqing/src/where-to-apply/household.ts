import { addressee, districtOf, isInsideChongqing, needsTownship, registrationPlace, sameDistrict } from './place.ts';
import { residencePermitCandidates } from './residence-permit.ts';
import type { Candidate, MissingPlace, Place, RoutedMember, RoutingAssumptionId, WhereToApply, WhereToApplyQuestion } from './types.ts';

const BASE = ['SAL2026-37', 'MCA57-4'];

interface Ground {
  readonly reason: string;
  readonly clauses: readonly string[];
  readonly assumption?: RoutingAssumptionId;
}

/**
 * Where a household applies, by registration and residence: YM239-3-3a and 3b where registrations lie in different districts,
 * otherwise the registration of the applicant (Social Assistance Law art. 37, MCA57 art. 4), and 3c beside it where it is open.
 */
export function whereForHousehold(question: WhereToApplyQuestion): WhereToApply {
  const { members, applicantId } = question;
  const applicant = members.find((member) => member.id === applicantId) ?? members[0];
  if (applicant && applicant.registration === undefined) return ask([{ field: 'registration', memberId: applicant.id }]);

  // What was not said of the others holds nobody up (YM239-1-1b): see the assumption `applicant-alone-decides`.
  const registered = members.filter((member) => registrationPlace(member));
  if (registered.length === 0) return withoutRegistration(question);

  const byRegistration =
    districts(registered).size > 1
      ? acrossDistricts(registered)
      : inOneDistrict(
          registered,
          applicantId,
          members.some((member) => member.registration === undefined),
        );
  if ('kind' in byRegistration) return byRegistration;
  const byPermit = residencePermitCandidates(question);
  if (byPermit.missing.length > 0) return ask(byPermit.missing, ['YM239-3-3c', ...BASE]);
  return settle([...byRegistration, ...byPermit.candidates], applicantId);
}

function districts(members: readonly RoutedMember[]): Set<string> {
  return new Set(members.map((member) => districtOf((registrationPlace(member) as Place).divisionCode)));
}

/** Article 4: the household names one applicant, who applies where they are registered. A person without registration is stood in for. */
function inOneDistrict(registered: readonly RoutedMember[], applicantId: string, someUnsaid: boolean): Candidate[] {
  const signer = registered.find((member) => member.id === applicantId) ?? (registered[0] as RoutedMember);
  const townships = new Set(registered.map((member) => addressee((registrationPlace(member) as Place).divisionCode)));
  const ground: Ground =
    townships.size > 1
      ? {
          reason: '您家的户口在同一个区县，由申请人向自己户口所在的镇街申请。',
          clauses: BASE,
          assumption: 'one-district-applicant-decides',
        }
      : { reason: '低保按家庭申请，向户口所在的镇街提出。', clauses: BASE, ...(someUnsaid && { assumption: 'applicant-alone-decides' }) };
  return [candidate(signer, ground)];
}

/** YM239-3-3a, and 3b where nobody lives where they are registered. */
function acrossDistricts(registered: readonly RoutedMember[]): Candidate[] | WhereToApply {
  const unknownHome = registered.filter((member) => !member.residence);
  if (unknownHome.length > 0) {
    return ask(
      unknownHome.map((member) => ({ field: 'residence', memberId: member.id })),
      ['YM239-3-3a', 'YM239-3-3b', 'MCA57-5'],
    );
  }
  const atHome = registered.filter((member) => sameDistrict(registrationPlace(member) as Place, member.residence as Place));
  if (atHome.length > 0) {
    return atHome.map((member) =>
      candidate(member, {
        reason: '您家的户口不在同一个区县，由户口和住处在一起的家人，向这位家人户口所在的镇街申请。',
        clauses: ['YM239-3-3a', 'MCA57-5', 'SAL2026-37'],
        assumption: 'same-district-counts-as-same-place',
      }),
    );
  }
  return registered.map((member) =>
    candidate(member, {
      reason: '您家没有人住在户口所在的区县，家里任何一位都可以向自己户口所在的镇街申请。',
      clauses: ['YM239-3-3b', 'MCA57-5', 'SAL2026-37'],
      assumption: 'same-district-counts-as-same-place',
    }),
  );
}

/** No document says where somebody without registration applies: the township they live in takes it and finds out. */
function withoutRegistration({ members, applicantId }: WhereToApplyQuestion): WhereToApply {
  const applicant = members.find((member) => member.id === applicantId) ?? members[0];
  const clauses = ['SAL2026-37', 'YM239-1-1b'];
  if (!applicant?.residence) return ask([{ field: 'residence', memberId: applicant?.id ?? applicantId }], clauses);
  const { divisionCode } = applicant.residence;
  if (needsTownship(divisionCode)) return ask([{ field: 'residenceTownship', memberId: applicant.id }], clauses);
  return {
    kind: 'township',
    divisionCode: addressee(divisionCode),
    insideChongqing: isInsideChongqing(divisionCode),
    memberId: applicant.id,
    reason: '户口还说不清，先交给您住的镇街，由镇街核实后转到该办的地方。',
    clauses,
    assumption: 'no-registration-goes-to-residence',
  };
}

function candidate(member: RoutedMember, ground: Ground): Candidate {
  const { divisionCode } = registrationPlace(member) as Place;
  return { divisionCode: addressee(divisionCode), insideChongqing: isInsideChongqing(divisionCode), memberId: member.id, ...ground };
}

/** One place a township: the applicant's own first, then those on this system's side of the border, then the order of the household. */
function settle(candidates: readonly Candidate[], applicantId: string): WhereToApply {
  const vague = candidates.filter((one) => needsTownship(one.divisionCode));
  if (vague.length > 0) return ask(vague.map((one) => ({ field: 'registrationTownship', memberId: one.memberId })));
  const rank = (one: Candidate) => (one.memberId === applicantId ? 0 : 2) + (one.insideChongqing ? 0 : 1);
  const sorted = [...candidates].sort((a, b) => rank(a) - rank(b));
  const distinct = sorted.filter((one, index) => sorted.findIndex((other) => other.divisionCode === one.divisionCode) === index);
  const [only] = distinct;
  if (distinct.length === 1 && only) return { kind: 'township', ...only };
  return { kind: 'choice', candidates: distinct, clauses: [...new Set(distinct.flatMap((one) => one.clauses))] };
}

function ask(missing: readonly MissingPlace[], clauses: readonly string[] = BASE): WhereToApply {
  return { kind: 'ask', missing, clauses };
}
