import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const looseFileMode: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), modes: { '.openclaw/openclaw.json': 0o664 } },
  expected: { severity: 'warning', says: /Its mode \(0664\) lets others in; only the directories above keep them out/, at: '.openclaw/openclaw.json', mend: 'fix' },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), modes: { '.openclaw/openclaw.json': 0o400 } },
};
