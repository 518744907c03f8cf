// node test/weapp-static/run.ts <dist> [host …]: prints what was found; exit code 1 when something is wrong.
import { checkWeapp } from './check-weapp.ts';
import { checkWithMiniprogramCi } from './miniprogram-ci.ts';

const [dist, ...hosts] = process.argv.slice(2);
if (dist === undefined) {
  console.error('usage: node test/weapp-static/run.ts <dist> [host …]');
  process.exit(2);
}
const report = checkWeapp(dist, { hosts });
const ci = checkWithMiniprogramCi(dist);
const errors = [...report.errors, ...ci.errors];
console.log(JSON.stringify({ ...report, quality: ci.quality, errors }, null, 2));
process.exitCode = errors.length > 0 ? 1 : 0;
