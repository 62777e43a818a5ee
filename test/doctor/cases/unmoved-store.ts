import type { DoctorCase } from '../case.ts';
import { config, key } from '../support.ts';
import { writeStateDatabase } from '../../support/databases.ts';

const profiles = { 'anthropic:a': key('a') };

export const unmovedStore: DoctorCase = {
  trouble: { config: config({}, '2026.9.6'), prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, { profiles }, { location: null })) },
  expected: { severity: 'problem', says: /not the row auth\.sharedStore/, at: '.openclaw/state/openclaw.sqlite', mend: /openclaw doctor --fix/ },
  nearMiss: { config: config({}, '2026.9.6'), prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, { profiles })) },
};
