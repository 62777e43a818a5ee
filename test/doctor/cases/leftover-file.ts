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
  more: {
    'of OpenClaw': {
      home: { ...withProfiles({ 'anthropic:a': key('a') }), files: { [`.openclaw/openclaw.json.${gone}.3f0e6a52-0000-4000-8000-000000000000.tmp`]: '{}' } },
      expected: { severity: 'warning', says: /OpenClaw was interrupted/, at: `.openclaw/openclaw.json.${gone}.3f0e6a52-0000-4000-8000-000000000000.tmp`, mend: /^.*rm /ms },
    },
  },
};
