import type { DoctorCase } from '../case.ts';
import { join } from 'node:path';
import { config, key, store } from '../support.ts';
import { writeAgentDatabase } from '../../support/databases.ts';

const stores = { main: store({ 'anthropic:a': key('a') }) };

export const newerDatabase: DoctorCase = {
  trouble: { config: config(), stores, prepare: async ({ stateDir }) => void (await writeAgentDatabase(join(stateDir, 'agents/main/agent'), { profiles: { 'anthropic:a': key('b') } })) },
  expected: { severity: 'problem', says: /is of a newer OpenClaw/, at: '.openclaw/agents/main/agent/openclaw-agent.sqlite', mend: /PATH or --openclaw-version/ },
  nearMiss: { config: config(), stores },
};
