import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const open = { '': 0o755, '.openclaw': 0o755, '.openclaw/agents': 0o755, '.openclaw/agents/main': 0o755, '.openclaw/agents/main/agent': 0o755 };

export const openSecret: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), modes: { ...open, '.openclaw/agents/main/agent/auth-profiles.json': 0o644 } },
  expected: { severity: 'problem', says: /Other users of this machine can read this file \(0644\)/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: 'fix' },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), modes: open },
};
