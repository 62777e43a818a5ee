import type { DoctorCase } from '../case.ts';
import { join } from 'node:path';
import { config, key, store } from '../support.ts';
import { writeAgentDatabase } from '../../support/databases.ts';

const form = { schema: 1, openclaw: '2026.6.11' };
const profiles = { 'anthropic:a': key('a') };

export const strandedFile: DoctorCase = {
  trouble: {
    config: config({}, '2026.6.11'),
    stores: { main: store(profiles) },
    prepare: async ({ stateDir }) => void (await writeAgentDatabase(join(stateDir, 'agents/main/agent'), null, form)),
  },
  expected: { severity: 'problem', says: /the credentials are stranded/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: /openclaw doctor --fix/ },
  nearMiss: { config: config({}, '2026.6.11'), prepare: async ({ stateDir }) => void (await writeAgentDatabase(join(stateDir, 'agents/main/agent'), { profiles }, form)) },
};
