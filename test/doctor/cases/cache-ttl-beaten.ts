import type { DoctorCase } from '../case.ts';
import { key, token, withProfiles } from '../support.ts';

const ref = 'anthropic/claude-opus-4-6';
const sections = (mode: string): object => ({
  auth: { profiles: { 'anthropic:a': { provider: 'anthropic', mode } } },
  agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { cacheControlTtl: '1h' } } } } },
});

export const cacheTtlBeaten: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections('api_key')),
  expected: { severity: 'warning', says: /cacheControlTtl has no effect/, at: '.openclaw/openclaw.json:18', mend: 'fix' },
  // With a token OpenClaw puts nothing over it.
  nearMiss: withProfiles({ 'anthropic:a': token('a') }, {}, sections('token')),
  more: {
    'beside the newer key': {
      home: withProfiles({ 'anthropic:a': token('a') }, {}, {
        agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { cacheControlTtl: '1h', cacheRetention: 'short' } } } } },
      }),
      expected: { severity: 'warning', says: /cacheControlTtl has no effect: .*cacheRetention comes first/, at: '.openclaw/openclaw.json:10', mend: 'fix' },
    },
  },
};
