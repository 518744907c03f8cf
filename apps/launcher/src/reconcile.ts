// `npm run reconcile`: where everything that was sent stands, for the system of this clone; with DATABASE_URL given, for that one.
import { runBff } from './beside-database.ts';
import { keptBffEnvironment } from './bff-environment.ts';

const environment = process.env.DATABASE_URL ? {} : keptBffEnvironment();
if (environment) process.exitCode = await runBff('reconcile', environment, process.argv.slice(2));
else {
  console.error('还没有启动过：先运行 npm start。\n  Nothing was started yet: run npm start first.');
  process.exitCode = 1;
}
