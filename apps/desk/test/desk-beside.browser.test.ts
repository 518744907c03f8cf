import { keyboardTests } from './every-page-for-test.ts';
import { exportTests } from './export-for-test.ts';
import { inForceTests } from './in-force-for-test.ts';
import { runTests } from './run-for-test.ts';
import { theStage } from './stage-for-test.ts';
import { supervisorTests } from './supervisor-for-test.ts';
import { voiceTests } from './voice-for-test.ts';

const onStage = theStage();
inForceTests(onStage);
runTests(onStage);
supervisorTests(onStage);
exportTests(onStage);
voiceTests(onStage);
keyboardTests(onStage);
