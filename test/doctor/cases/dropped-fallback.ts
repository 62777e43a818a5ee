import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const sections = (models: object): object => ({ agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6', fallbacks: ['anthropic/claude-sonnet-4-6'] }, models } } });

export const droppedFallback: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections({ 'anthropic/claude-opus-4-6': {} })),
  expected: { severity: 'warning', says: /anthropic\/claude-sonnet-4-6 is not in it/, at: '.openclaw/openclaw.json:10', mend: 'fix' },
  // Without a list any model may be used.
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections({})),
};
