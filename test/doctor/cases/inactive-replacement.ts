import type { DoctorCase } from '../case.ts';
import { config, key } from '../support.ts';
import { writeStateDatabase } from '../../support/databases.ts';

const home = (more: object): DoctorCase['trouble'] => ({
  config: config({ agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6' } } } }, '2026.9.6'),
  prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, { profiles: { 'anthropic:a': key('a'), 'anthropic:new': key('n', more) } })),
});

export const inactiveReplacement: DoctorCase = {
  trouble: home({ setup: { replacement: true } }),
  expected: { severity: 'warning', says: /saved as a replacement and is not activated/, at: '.openclaw/state/openclaw.sqlite', mend: /models auth activate anthropic:new/ },
  nearMiss: home({}),
};
