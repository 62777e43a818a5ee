import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const home = (primary: string): DoctorCase['trouble'] =>
  withProfiles({ 'anthropic:a': key('a') }, {}, { models: { providers: { anthropic: { models: [] } } }, agents: { defaults: { model: { primary } } } });

/** The provider stands in the config, and may serve what OpenClaw does not know. */
export const modelNotListed: DoctorCase = {
  trouble: home('anthropic/claude-opus-99'),
  expected: { severity: 'note', says: /is not in the list of models/, at: null, mend: null },
  nearMiss: home('anthropic/claude-opus-4-6'),
};
