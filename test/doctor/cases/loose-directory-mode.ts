import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const looseDirectoryMode: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), modes: { '': 0o755, '.openclaw': 0o750 } },
  expected: { severity: 'warning', says: /may enter this directory \(0750\)/, at: '.openclaw', mend: 'fix' },
  // OpenClaw itself makes this one so; there are no credentials in it.
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/agents/main/sessions/sessions.json': '{}' }, modes: { '': 0o755, '.openclaw/agents/main/sessions': 0o755 } },
  more: {
    'behind one that lets nobody in': {
      home: { ...withProfiles({ 'anthropic:a': key('a') }), modes: { '.openclaw': 0o755 } },
      expected: { severity: 'warning', says: /only the directories above keep them out/, at: '.openclaw', mend: 'fix' },
    },
  },
};
