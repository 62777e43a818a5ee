import type { DoctorCase } from '../case.ts';
import { config, key } from '../support.ts';
import { writeStateDatabase } from '../../support/databases.ts';

const archive = '.openclaw/agents/main/agent/auth-profiles.json.migrated-2026-08-02T10-00-00-000Z-3f0e6a52-0000-4000-8000-000000000000';

export const emptyAfterMigration: DoctorCase = {
  trouble: { config: config({}, '2026.8.2'), files: { [archive]: '{}' }, prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, null)) },
  expected: { severity: 'problem', says: /the migration lost them/, at: '.openclaw/agents/main/agent/openclaw-agent.sqlite', mend: /clawdial onboard/ },
  nearMiss: {
    config: config({}, '2026.8.2'),
    files: { [archive]: '{}' },
    prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, { profiles: { 'anthropic:a': key('a') } })),
  },
};

