import type { CheckCode } from '../../src/rules/doctor/check-codes.ts';

/** The checks that look at what the API said. */
export const liveCodes = ['credential-rejected', 'credential-refused', 'credential-unfunded', 'credential-limited', 'credential-unproved', 'clock-skew'] as const satisfies readonly CheckCode[];
