import type { HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { pushEvent, sentEvent, settingsEvent, windowEvent } from '../state/push-events.ts';
import type { World } from '../state/world.ts';
import { bodyOf, textOf } from './read-body.ts';
import { readTemplate } from './read-template.ts';

/** Subscribe messages: templates, what people answer, what was sent. */
export function messageControl(app: Hono<{ Bindings: HttpBindings }>, world: World): void {
  app.get('/templates', (c) => c.json({ templates: world.subscriptions.templates() }));
  app.post('/templates', async (c) => {
    const template = readTemplate(await bodyOf(c));
    if (typeof template === 'string') return c.json({ error: template }, 400);
    world.subscriptions.addTemplate(template);
    return c.json(template, 201);
  });

  // What `wx.requestSubscribeMessage` of this phone does, with this person's answers.
  app.post('/personas/:id/subscribe', async (c) => {
    const persona = world.personas.get(c.req.param('id'));
    if (persona === undefined) return c.json({ error: 'no such persona' }, 404);
    const { tmplIds } = await bodyOf(c);
    const asked = world.subscriptions.ask(persona.id, Array.isArray(tmplIds) ? tmplIds.map(String) : []);
    if (Object.keys(asked.result).length > 0) await pushEvent(world, windowEvent(world, persona, asked.result));
    return c.json(asked);
  });
  app.put('/personas/:id/answers', async (c) => {
    if (world.personas.get(c.req.param('id')) === undefined) return c.json({ error: 'no such persona' }, 404);
    const { answer = 'accept', templates = {}, mainSwitch = true } = await bodyOf(c);
    const all = [answer, ...Object.values(templates as object)];
    if (all.some((one) => one !== 'accept' && one !== 'reject')) return c.json({ error: 'an answer is accept or reject' }, 400);
    world.subscriptions.setAnswers(c.req.param('id'), {
      answer: answer as 'accept' | 'reject',
      templates: templates as Record<string, 'accept' | 'reject'>,
      mainSwitch: mainSwitch === true,
    });
    return c.body(null, 204);
  });
  // The person refuses later, in WeChat's settings.
  app.post('/personas/:id/refuse', async (c) => {
    const persona = world.personas.get(c.req.param('id'));
    const templateId = textOf((await bodyOf(c)).templateId) ?? '';
    if (persona === undefined) return c.json({ error: 'no such persona' }, 404);
    if (world.subscriptions.template(templateId) === undefined) return c.json({ error: 'no such template' }, 404);
    world.subscriptions.refuse(persona.id, templateId);
    return c.json({ pushed: await pushEvent(world, settingsEvent(world, persona, templateId)) });
  });
  app.get('/personas/:id/credits', (c) => {
    const credits = world.subscriptions.templates().map(({ id }) => [id, world.subscriptions.credits(c.req.param('id'), id)] as const);
    // A long-term agreement has no end: JSON would make null of Infinity.
    return c.json({ credits: Object.fromEntries(credits.map(([id, left]) => [id, left === Infinity ? 'long-term' : left])) });
  });

  app.get('/messages', (c) => {
    const persona = c.req.query('persona');
    return c.json({ messages: world.subscriptions.sent.filter((message) => persona === undefined || message.persona === persona) });
  });
  // WeChat could not hand over what it had taken, or (errorCode "0") says that it did.
  app.post('/messages/:messageId/result', async (c) => {
    const message = world.subscriptions.sent.find((one) => one.messageId === c.req.param('messageId'));
    const persona = world.personas.get(message?.persona ?? '');
    if (message === undefined || persona === undefined) return c.json({ error: 'no such message' }, 404);
    const { errorCode = '0', errorStatus = 'success' } = await bodyOf(c);
    const event = sentEvent(world, persona, message, { errorCode: String(errorCode), errorStatus: String(errorStatus) });
    return c.json({ pushed: await pushEvent(world, event) });
  });
}
