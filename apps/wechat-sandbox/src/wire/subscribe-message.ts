import { randomBytes } from 'node:crypto';
import type { World } from '../state/world.ts';
import { WireError } from './answer.ts';
import { requireJson, requireMethod, requireToken, type WireRequest } from './request-checks.ts';
import { badField } from './template-data.ts';

/**
 * `POST /cgi-bin/message/subscribe/send` (protocol §5.3). Which check comes first is not documented;
 * what would go wrong for everybody is told before what goes wrong for this person.
 */
export function subscribeSend(request: WireRequest, world: World): object {
  requireMethod(request, 'POST');
  requireToken(request, world);
  const { touser, template_id, page, data, miniprogram_state = 'formal' } = requireJson(request);
  const persona = world.personas.byOpenid(String(touser ?? ''));
  if (persona === undefined) throw new WireError(40003);
  const template = world.subscriptions.template(String(template_id ?? ''));
  if (template === undefined) throw new WireError(40037);
  if (template.banned) throw new WireError(43107);
  if (page !== undefined && !(typeof page === 'string' && /^[\w-]+(\/[\w-]+)*(\?\S*)?$/.test(page))) throw new WireError(41030);
  const values = valuesOf(data);
  const bad = badField(template, values);
  if (bad !== undefined) throw new WireError(47003, `argument invalid! data.${bad}.value invalid`);
  if (!world.subscriptions.spend(persona.id, template.id)) throw new WireError(43101);

  // 64 bits wide, above what a JSON number of JavaScript can hold.
  const messageId = String(0x1000_0000_0000_0000n + randomBytes(7).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n));
  world.subscriptions.sent.push({
    at: new Date(world.clock.now()).toISOString(),
    messageId,
    persona: persona.id,
    templateId: template.id,
    page: page as string | undefined,
    data: values,
    version: String(miniprogram_state),
  });
  return { errcode: 0, errmsg: 'ok', msgid: BigInt(messageId) };
}

/** `GET /wxaapi/newtmpl/gettemplate` (protocol §5.5). */
export function gettemplate(request: WireRequest, world: World): object {
  requireMethod(request, 'GET');
  requireToken(request, world);
  const data = world.subscriptions.templates().map(({ id, title, content, type, enums }) => ({
    priTmplId: id,
    title,
    content,
    example: '',
    type,
    ...(Object.keys(enums).length > 0 && {
      keywordEnumValueList: Object.entries(enums).map(([key, list]) => ({ keywordCode: `${key}.DATA`, enumValueList: list })),
    }),
  }));
  return { errcode: 0, errmsg: 'ok', data };
}

function valuesOf(data: unknown): Record<string, string> {
  if (typeof data !== 'object' || data === null) throw new WireError(47001);
  return Object.fromEntries(Object.entries(data).map(([key, field]) => [key, String((field as { value?: unknown } | null)?.value ?? '')]));
}
