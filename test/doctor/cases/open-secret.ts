import type { DoctorCase } from '../case.ts';
import { chmod, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { config, key, store, withProfiles } from '../support.ts';

const open = { '': 0o755, '.openclaw': 0o755, '.openclaw/agents': 0o755, '.openclaw/agents/main': 0o755, '.openclaw/agents/main/agent': 0o755 };

export const openSecret: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), modes: { ...open, '.openclaw/agents/main/agent/auth-profiles.json': 0o644 } },
  expected: { severity: 'problem', says: /Other users of this machine can read this file \(0644\)/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: 'fix' },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), modes: open },
  more: {
    'at the end of a link': {
      home: {
        stores: { main: store({ 'anthropic:a': key('a') }) },
        modes: open,
        prepare: async ({ home, stateDir, write }) => {
          const target = await write('dotfiles/openclaw.json', config());
          await symlink(target, join(stateDir, 'openclaw.json'));
          await chmod(target, 0o644);
          await chmod(join(home, 'dotfiles'), 0o755);
        },
      },
      expected: { severity: 'problem', says: /can read this file \(0644\)/, at: 'dotfiles/openclaw.json', mend: 'fix' },
    },
    'that others can change': {
      home: { ...withProfiles({ 'anthropic:a': key('a') }), modes: { ...open, '.openclaw/agents/main/agent/auth-profiles.json': 0o666 } },
      expected: { severity: 'problem', says: /can read and change this file \(0666\)/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: 'fix' },
    },
  },
};
