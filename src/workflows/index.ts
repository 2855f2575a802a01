export { amendment } from './amendment.js';
export { approval } from './approval.js';
export { checkpoint } from './checkpoint.js';
export { performanceCycle } from './cycle.js';
export { launchCycle } from './launcher.js';
export { publication } from './publication.js';
export { task } from './task.js';
