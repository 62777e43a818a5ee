import type { DoctorCase } from '../case.ts';
import { config, key, store, withProfiles } from '../support.ts';

export const orderGhost: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, { order: { anthropic: ['anthropic:gone'] } }),
  expected: { severity: 'problem', says: /names only what is not stored \(anthropic:gone\)/, at: '.openclaw/agents/main/agent/auth-profiles.json:11', mend: 'fix' },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, { order: { anthropic: ['anthropic:a'], openai: ['openai:gone'] } }),
  more: {
    'in the config, beside one that is there': {
      home: withProfiles({ 'anthropic:a': key('a') }, {}, { auth: { order: { anthropic: ['anthropic:gone', 'anthropic:a'] } } }),
      expected: { severity: 'warning', says: /names anthropic:gone, which no store holds/, at: '.openclaw/openclaw.json:4', mend: 'fix' },
    },
    'in the file that split files have for it': {
      home: {
        config: config({}, '2026.5.28'),
        stores: { main: store({ 'anthropic:a': key('a') }) },
        files: { '.openclaw/agents/main/agent/auth-state.json': JSON.stringify({ version: 1, order: { anthropic: ['anthropic:a', 'anthropic:gone'] } }, null, 2) },
      },
      expected: { severity: 'warning', says: /names anthropic:gone/, at: '.openclaw/agents/main/agent/auth-state.json:4', mend: 'fix' },
    },
    'in an agent’s own store': {
      home: {
        config: config({ agents: { list: [{ id: 'main' }, { id: 'alerts' }] } }),
        stores: { main: store({ 'anthropic:a': key('a') }), alerts: store({}, { order: { anthropic: ['anthropic:a', 'anthropic:gone'] } }) },
      },
      expected: { severity: 'warning', says: /names anthropic:gone/, at: '.openclaw/agents/alerts/agent/auth-profiles.json:5', mend: 'fix' },
    },
  },
};
