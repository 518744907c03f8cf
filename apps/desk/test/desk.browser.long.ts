import { everyPageTests } from './every-page-for-test.ts';
import { theStage } from './stage-for-test.ts';

// axe on every page of the desk.
everyPageTests(theStage());
