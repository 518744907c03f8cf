import type { Income, Member } from '../../household.ts';
import type { Ask, ChangeAnswers, LifeEvent } from './life-event.ts';

type Apply = LifeEvent['apply'];

/** Changes the member the event is about; a member nobody named is left alone. */
function onMember(change: (member: Member, answers: ChangeAnswers) => Member): Apply {
  return (household, answers) => ({
    ...household,
    members: household.members.map((one) => (one.id === answers.member ? change(one, answers) : one)),
  });
}

export const joins: Apply = (household, { joins: newcomer }) =>
  newcomer && !household.members.some((one) => one.id === newcomer.id)
    ? { ...household, members: [...household.members, newcomer] }
    : household;

export const leaves: Apply = (household, { member }) => ({ ...household, members: household.members.filter((one) => one.id !== member) });

/** A spouse and a minor child still count where they live elsewhere (MCA57-7): only the answer changes, the count decides. */
export const livesElsewhere: Apply = onMember((member) => ({ ...member, livesTogether: false }));

export const absent = (absence: NonNullable<Member['absence']>): Apply => onMember((member) => ({ ...member, absence }));

export const differs: Apply = onMember((member, { changes }) => ({ ...member, ...changes }));

/** New incomes, and the state of work that goes with them. */
export const earns = (work?: Member['work']): Apply =>
  onMember((member, { income, workCosts }) => ({
    ...member,
    ...(work ? { work } : {}),
    ...(income ? { income } : {}),
    ...(workCosts === undefined ? {} : { workCosts }),
  }));

/** Loses all income from work; what else comes in stays. */
export const earnsNothing: Apply = onMember((member, { income }) => ({
  ...member,
  work: 'unemployed',
  income: income ?? (member.income ?? []).filter((one) => !WORK.includes(one.kind)),
}));

const WORK: readonly Income['kind'][] = ['wage', 'flexible-work', 'business'];

export const owns: Apply = (household, { assets }) => ({ ...household, assets: { ...household.assets, ...assets } });

export const spends: Apply = (household, { spending }) =>
  spending ? { ...household, spending: [...(household.spending ?? []), spending] } : household;

export const staysAsItIs: Apply = (household) => household;

export const WHEN: Ask = { field: 'happenedOn', title: '是哪一天的事？' };
export const WHO: Ask = { field: 'member', title: '是哪位家人？' };
export const NEWCOMER: Ask = { field: 'joins', title: '来的是谁？多大、有没有收入？' };
export const INCOME: Ask = { field: 'income', title: '这位家人现在每月有哪些收入？' };
export const CHANGES: Ask = { field: 'changes', title: '现在是什么情况？' };
export const ASSETS: Ask = { field: 'assets', title: '现在家里有什么？' };
export const SPENT: Ask = { field: 'spending', title: '自己花了多少？' };
