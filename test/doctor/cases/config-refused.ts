import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';

const stores = { main: store({ 'anthropic:a': key('a') }) };
const agents = { list: [{ id: 'main' }, { id: 'alerts', params: { cacheRetention: 'none' } }] };

/** Params of an agent before the version that takes them. */
export const configRefused: DoctorCase = {
  trouble: { config: config({ agents }), stores },
  expected: { severity: 'problem', says: /2026\.2\.24 does not accept agents\.list\[1\]\.params/, at: '.openclaw/openclaw.json:9', mend: 'fix' },
  nearMiss: { config: config({ agents }, '2026.3.13'), stores },
  more: {
    'a variable where 2026.8.1 does not want one': {
      home: { config: config({ env: { MY_NAME: 'x' } }, '2026.6.11') , flags: { openclawVersion: '2026.9.6' } },
      expected: { severity: 'problem', says: /does not accept env\.MY_NAME/, at: '.openclaw/openclaw.json:3', mend: 'fix', stays: true },
    },
    'the same, taken from the environment': {
      home: { config: config({ env: { MY_NAME: '${OTHER}' } }, '2026.6.11'), variables: { OTHER: 'y' }, flags: { openclawVersion: '2026.9.6' } },
      expected: { severity: 'problem', says: /does not accept env\.MY_NAME/, at: '.openclaw/openclaw.json:3', mend: /Move it to env\.vars\.MY_NAME/ },
    },
    'cooldowns, which 2026.8.1 took away': {
      home: { config: config({ auth: { cooldowns: { billingBackoffHours: 1 } } }, '2026.6.11'), flags: { openclawVersion: '2026.9.6' } },
      expected: { severity: 'problem', says: /does not accept auth\.cooldowns/, at: '.openclaw/openclaw.json:3', mend: 'fix', stays: true },
    },
    'a list where an object is wanted': {
      home: { config: config({ agents: { defaults: [] } }), stores },
      expected: { severity: 'problem', says: /agents\.defaults is not an object/, at: '.openclaw/openclaw.json:3', mend: /Correct it/ },
    },
  },
};
