import * as z from 'zod/mini';
import { paperSchema } from '../form/paper.ts';
import { idSchema, words } from '../scalars.ts';
import { endpoint } from './endpoint.ts';
import { certificateSchema } from './resident-trust-api.ts';

/** How it is known that it is they: the card in the clerk's hand, or the one-time code somebody of the staff gave them for theirs. */
export const seenAtCounterSchema = z.union([
  z.object({ way: z.literal('paper'), paper: paperSchema, sawPaper: z.literal(true) }),
  z.object({ way: z.literal('code'), code: words(40).check(z.minLength(1, '请写上核身码')) }),
]);
export type SeenAtCounter = z.output<typeof seenAtCounterSchema>;

/** 救助证明, on paper for whoever stands at the counter: the same as the one a resident makes. */
export const staffCertificateApi = {
  printCertificate: endpoint({
    id: 'printCertificate',
    method: 'PUT',
    path: '/staff/api/certificates/{certificateId}',
    summary: '看过证件，给窗口的人开一张救助证明；和手机上开的一样，凭码核',
    who: 'staff',
    status: 201,
    params: z.object({ certificateId: idSchema }),
    body: z.object({ caseId: idSchema, memberId: z.string().check(z.maxLength(8)), seen: seenAtCounterSchema }),
    answer: certificateSchema,
  }),
} as const;
