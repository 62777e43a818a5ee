import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';
import { writeStateDatabase } from '../../support/databases.ts';

export const migrationRequired: DoctorCase = {
  trouble: {
    config: config({}, '2026.9.6'),
    stores: { main: store({ 'anthropic:a': key('a') }) },
    prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, null)),
  },
  expected: { severity: 'problem', says: /refuses every Anthropic credential/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: /openclaw doctor --fix/ },
  nearMiss: { config: config({}, '2026.9.6'), prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, { profiles: { 'anthropic:a': key('a') } })) },
};
