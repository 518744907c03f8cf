// The same story; its sweeps look at every width.
import './objection.test.ts';
