import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const sections = (ref: string): object => ({ agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6' }, models: { [ref]: { params: { cacheRetention: 'long' } } } } } });

export const modelKey: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections('Anthropic/Claude-Opus-4-6')),
  expected: { severity: 'warning', says: /is not the exact name of the model/, at: '.openclaw/openclaw.json:8', mend: null },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections('anthropic/claude-sonnet-4-6')),
};
