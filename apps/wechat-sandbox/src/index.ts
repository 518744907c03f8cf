export { SANDBOX_APPID, SANDBOX_SECRET, type Sandbox, type SandboxOptions, startSandbox, type TemplateOrder } from './start-sandbox.ts';
export { type Persona, SAMPLE_PERSONAS } from './state/personas.ts';
export type { PushTarget } from './state/pushes.ts';
