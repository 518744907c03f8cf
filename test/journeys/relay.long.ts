// The same story; its sweeps look at every width.
import './relay.test.ts';
