import { startSandbox } from './start-sandbox.ts';

const port = Number(process.env.WECHAT_SANDBOX_PORT ?? 8790);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('WECHAT_SANDBOX_PORT must be a port number');
  process.exit(1);
}

try {
  const sandbox = await startSandbox({ port, stateFile: process.env.WECHAT_SANDBOX_STATE_FILE });
  console.log(`WeChat sandbox on ${sandbox.url}, appid ${sandbox.appid}`);
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  const taken = (error as { code?: string }).code === 'EADDRINUSE';
  console.error(taken ? `Port ${port} is taken; set WECHAT_SANDBOX_PORT to another` : (error as Error).message);
  process.exit(1);
}
