import type { DoctorCase } from '../case.ts';
import { apiKey } from '../../support/homes.ts';
import { config, withProfiles, token } from '../support.ts';
import { writeStateDatabase } from '../../support/databases.ts';
import { setupToken } from '../../support/homes.ts';

const declared = (mode: string): object => ({ auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode } } } });

export const wrongType: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: setupToken('t'), email: 'me@example.com' } }, {}, declared('api_key')),
  expected: { severity: 'warning', says: /stored as an API key but holds a setup-token/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': token('t') }, {}, declared('token')),
  more: {
    'in split files': {
      home: {
        config: config({ agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6' } } } }, '2026.5.28'),
        stores: { main: { version: 1, profiles: { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: setupToken('t') } } } },
        files: { '.openclaw/agents/main/agent/auth-state.json': JSON.stringify({ version: 1, lastGood: { anthropic: 'anthropic:a' } }) },
      },
      expected: { severity: 'warning', says: /holds a setup-token/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: 'fix' },
    },
    'in a database, which OpenClaw alone writes': {
      home: {
        config: config({ agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6' } } } }, '2026.9.6'),
        prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, { profiles: { 'anthropic:a': { type: 'api_key', provider: 'anthropic', key: setupToken('t') } } })),
      },
      expected: { severity: 'warning', says: /holds a setup-token/, at: '.openclaw/state/openclaw.sqlite', mend: /clawdial onboard --token -/ },
    },
    'an API key stored as a token, with an end': {
      home: withProfiles({ 'anthropic:a': { type: 'token', provider: 'anthropic', token: apiKey('k'), expires: Date.now() + 9e9 } }),
      expected: { severity: 'warning', says: /holds no setup-token/, at: '.openclaw/agents/main/agent/auth-profiles.json:4', mend: 'fix' },
    },
  },
};
