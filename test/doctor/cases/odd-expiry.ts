import type { DoctorCase } from '../case.ts';
import { config, token } from '../support.ts';
import { writeStateDatabase } from '../../support/databases.ts';

const home = (expires: unknown): DoctorCase['trouble'] => ({
  config: config({ agents: { defaults: { model: { primary: 'anthropic/claude-opus-4-6' } } } }, '2026.9.6'),
  prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, { profiles: { 'anthropic:a': token('a', { expires }) } })),
});

export const oddExpiry: DoctorCase = {
  trouble: home(-5),
  expected: { severity: 'problem', says: /no time, so it is never used/, at: '.openclaw/state/openclaw.sqlite', mend: /clawdial onboard/ },
  nearMiss: home(Date.now() + 90 * 86_400_000),
};
