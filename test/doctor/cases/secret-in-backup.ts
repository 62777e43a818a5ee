import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';
import { apiKey } from '../../support/homes.ts';

export const secretInBackup: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/openclaw.json.bak.2': `{\n  "env": { "ANTHROPIC_API_KEY": "${apiKey('b')}" }\n}\n` } },
  expected: { severity: 'note', says: /This backup still holds credentials \(1 line\)/, at: '.openclaw/openclaw.json.bak.2:2', mend: /^.*rm .*openclaw\.json\.bak\.2$/ms },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/openclaw.json.bak.2': '{ "meta": {} }\n' } },
};
