// The same story; its sweeps look at every width.
import './know.test.ts';
