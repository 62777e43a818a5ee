import { words } from './spoken.ts';

export type { FindingText } from './en/doctor-finding.ts';
export const { findingText } = words.doctorFinding;
