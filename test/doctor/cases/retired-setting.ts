import type { DoctorCase } from '../case.ts';
import { writeAgentDatabase } from '../../support/databases.ts';
import { join } from 'node:path';
import { config, key, withProfiles } from '../support.ts';

const ref = 'anthropic/claude-opus-4-6';
const sections = (anthropicBeta: readonly string[]): object => ({ agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { anthropicBeta } } } } } });

export const retiredSetting: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections(['extended-cache-ttl-2025-04-11'])),
  expected: { severity: 'warning', says: /extended-cache-ttl-2025-04-11 is asked for by hand/, at: '.openclaw/openclaw.json:10', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections(['another-beta-2026-01-01'])),
  more: {
    'one beta among others': {
      home: withProfiles({ 'anthropic:a': key('a') }, {}, sections(['another-beta-2026-01-01', 'extended-cache-ttl-2025-04-11'])),
      expected: { severity: 'warning', says: /asked for by hand/, at: '.openclaw/openclaw.json:10', mend: 'fix' },
    },
    'context1m from 2026.5.22 on': {
      home: {
        config: config({ agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { context1m: true } } } } } }, '2026.6.11'),
        prepare: async ({ stateDir }) => void (await writeAgentDatabase(join(stateDir, 'agents/main/agent'), { profiles: { 'anthropic:a': key('a') } }, { schema: 1, openclaw: '2026.6.11' })),
      },
      expected: { severity: 'warning', says: /does nothing any more/, at: '.openclaw/openclaw.json:10', mend: 'fix' },
    },
  },
};
