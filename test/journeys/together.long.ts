// The same story; its sweeps look at every width.
import './together.test.ts';
