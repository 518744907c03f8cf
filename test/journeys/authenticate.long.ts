// The same story; its sweeps look at every width.
import './authenticate.test.ts';
