import type { Family, FamilyCase } from '@assist/contracts';
import { underWayOf } from '../authentication/under-way.ts';
import { benefitViews } from '../case-file/benefit-kinds.ts';
import { casesOfResident, type OpenCase } from '../case-file/case-file-of.ts';
import { nextReviewView, taperView } from '../case-file/review-view.ts';
import { standingView } from '../case-file/standing-view.ts';
import { cited } from '../clause/citations.ts';
import type { Context } from '../context.ts';
import { officeOf, officeView } from '../place/offices.ts';
import type { Resident } from '../session/authenticate.ts';

const ASSURANCE = '做没做认证，钱都照发；一时没做，也只是有人来看看您。';

/** 我家: what the register has of the household of a verified person. A typed number shows nothing. */
export async function readFamily(ctx: Context, who: Resident): Promise<Family> {
  const cases = await casesOfResident(ctx, who);
  const verified = who.account.identity === 'verified';
  return {
    cases: await Promise.all(cases.map(({ opened, me }) => familyCase(ctx, opened, me))),
    ...(!verified && { notShown: 'not-verified' as const }),
    ...(verified && cases.length === 0 && { notShown: 'not-in-register' as const }),
    beginWithPerson: who.account.beginWithPerson,
    assurance: cited(ASSURANCE, ['JLP53-6-4', 'F8-01', 'F8-08'], 'nothing-follows'),
  };
}

async function familyCase(ctx: Context, opened: OpenCase, me: string): Promise<FamilyCase> {
  const { row, members, benefits } = opened;
  const underWay = await underWayOf(ctx, row.id);
  const taper = taperView(ctx, opened);
  const nextReview = nextReviewView(ctx, opened);
  return {
    caseId: row.id,
    office: officeView(await officeOf(ctx, row.officeId)),
    area: row.area,
    benefits: benefitViews(benefits),
    members: members.map((member) => ({
      memberId: member.memberId,
      name: member.person.name,
      ...(member.memberId === me && { me: true as const }),
      authentication: { ...standingView(ctx, opened, member), ...underWay.get(member.memberId) },
    })),
    ...(taper && { taper }),
    ...(nextReview && { nextReview }),
  };
}
