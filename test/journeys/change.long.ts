// The same story; its sweeps look at every width.
import './change.test.ts';
