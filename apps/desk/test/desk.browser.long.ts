import { districtTests } from './district-for-test.ts';
import { everyPageTests } from './every-page-for-test.ts';
import { idleTests } from './idle-for-test.ts';
import { theStage } from './stage-for-test.ts';

const onStage = theStage();
districtTests(onStage);
// axe on every page of the desk.
everyPageTests(onStage);
idleTests(onStage);
