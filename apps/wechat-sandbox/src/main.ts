import { startSandbox, type TemplateOrder } from './start-sandbox.ts';
import type { PushTarget } from './state/pushes.ts';

const port = Number(process.env.WECHAT_SANDBOX_PORT ?? 8790);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('WECHAT_SANDBOX_PORT must be a port number');
  process.exit(1);
}

try {
  const sandbox = await startSandbox({
    port,
    stateFile: process.env.WECHAT_SANDBOX_STATE_FILE,
    // What the operator would have set in WeChat's console.
    templates: JSON.parse(process.env.WECHAT_SANDBOX_TEMPLATES ?? '[]') as TemplateOrder[],
    push: process.env.WECHAT_SANDBOX_PUSH === undefined ? undefined : (JSON.parse(process.env.WECHAT_SANDBOX_PUSH) as PushTarget),
  });
  console.log(`WeChat sandbox on ${sandbox.url}, appid ${sandbox.appid}`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const taken = (error as { code?: string }).code === 'EADDRINUSE';
  console.error(taken ? `Port ${port} is taken; set WECHAT_SANDBOX_PORT to another` : (error as Error).message);
  process.exit(1);
}
