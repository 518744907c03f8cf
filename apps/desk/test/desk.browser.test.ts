import { accessTests } from './access-for-test.ts';
import { caseTests } from './case-for-test.ts';
import { looksTests } from './looks-for-test.ts';
import { queueTests } from './queue-for-test.ts';
import { theStage } from './stage-for-test.ts';

// Half of the stories; the other half stands in `desk-beside.browser.test.ts`, so that two workers share them.
const onStage = theStage();
queueTests(onStage);
caseTests(onStage);
accessTests(onStage);
looksTests(onStage);
