import { type FaceResult, NOT_KNOWN } from '@assist/contracts';
import type { Run } from '@/application/authentication/run';

/** Whose face it is, in the words of the consent. */
export function consentWords({ role, name, guardian }: Pick<Run, 'role' | 'name' | 'guardian'>): string {
  switch (role) {
    case 'self':
      return `我是${name}，这一次同意刷脸`;
    case 'guardian':
      return `我是${guardian?.name ?? '监护人'}，${name}的监护人，这一次同意刷我的脸`;
    default:
      return `${name}在旁边，本人这一次同意刷脸`;
  }
}

/** What the main button does after a face check. */
export type AfterFace = 'receipt' | 'photo' | 'again' | 'look' | 'another-way' | 'visit';
export function afterFace({ next, state, visit }: FaceResult, guardian: boolean): AfterFace {
  switch (next) {
    case 'done':
      return guardian && state === 'passed' ? 'photo' : 'receipt';
    case 'again':
      return 'again';
    case 'wait':
      return 'look';
    case 'person':
      return visit ? 'visit' : 'another-way';
    case 'another-way':
      return 'another-way';
    case NOT_KNOWN:
      return visit ? 'visit' : 'another-way';
  }
}
