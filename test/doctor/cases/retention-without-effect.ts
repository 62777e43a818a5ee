import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const sections = (ref: string): object => ({ agents: { defaults: { model: { primary: ref }, models: { [ref]: { params: { cacheRetention: 'long' } } } } } });

export const retentionWithoutEffect: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections('amazon-bedrock/meta.llama3-70b')),
  expected: { severity: 'warning', says: /has no effect/, at: '.openclaw/openclaw.json:10', mend: null },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections('anthropic/claude-opus-4-6')),
};
