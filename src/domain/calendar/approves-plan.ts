import type { DatedStep } from './types.js';

/** Whether the Piano goes before its board at a step. */
export const approvesPlan = ({ kind, document }: DatedStep): boolean => kind === 'approval' && document === 'piano';
