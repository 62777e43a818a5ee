import type { DoctorCase } from '../case.ts';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { config, key, store, withProfiles } from '../support.ts';

export const linkedConfig: DoctorCase = {
  trouble: {
    stores: { main: store({ 'anthropic:a': key('a') }) },
    prepare: async ({ stateDir, write }) => symlink(await write('dotfiles/openclaw.json', config()), join(stateDir, 'openclaw.json')),
  },
  expected: { severity: 'note', says: /puts a plain file in its place/, at: '.openclaw/openclaw.json', mend: /OPENCLAW_CONFIG_PATH/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }),
};
