import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

/** More than Linux ever gives. */
const gone = 4_194_305;
const name = (pid: number): string => `.openclaw/.openclaw.json.${pid}.0123456789abcdef.clawdial.tmp`;

export const leftoverFile: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), files: { [name(gone)]: '{}' } },
  expected: { severity: 'warning', says: /clawdial was interrupted while it wrote/, at: name(gone), mend: 'fix' },
  // Somebody is still writing it.
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), files: { [name(process.ppid)]: '{}' } },
};
