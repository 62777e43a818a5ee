import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';
import { writeAgentDatabase } from '../../support/databases.ts';
import { join } from 'node:path';

const profiles = store({ 'anthropic:a': key('a') });

/** A version with files, and a database of a later one. */
export const layoutDisagreement: DoctorCase = {
  trouble: { config: config(), prepare: async ({ stateDir }) => void (await writeAgentDatabase(join(stateDir, 'agents/main/agent'), { version: 1, profiles: { 'anthropic:a': key('a') } }, { openclaw: '2026.6.11' })) },
  expected: { severity: 'problem', says: /2026\.2\.24 keeps credentials as single-file, but this is agent-database/, at: '.openclaw/agents/main/agent/openclaw-agent.sqlite', mend: /Update OpenClaw/ },
  nearMiss: { config: config(), stores: { main: profiles } },
  more: {
    'files that an update left behind': {
      home: { config: config({}, '2026.6.11'), stores: { main: profiles } },
      expected: { severity: 'problem', says: /2026\.6\.11 keeps credentials as agent-database, but this is single-file/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: /openclaw doctor --fix/ },
    },
  },
};
