import type { DoctorCase } from '../case.ts';
import { config, key } from '../support.ts';
import { writeStateDatabase } from '../../support/databases.ts';

const content = { profiles: { 'anthropic:a': key('a') } };

export const newerSchema: DoctorCase = {
  trouble: { config: config({}, '2026.9.6'), prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, content, { schema: 99, openclaw: '2026.11.1' })) },
  expected: { severity: 'warning', says: /schema 99, made by OpenClaw 2026\.11\.1/, at: '.openclaw/state/openclaw.sqlite', mend: /Use the newer one/ },
  nearMiss: { config: config({}, '2026.9.6'), prepare: async ({ stateDir }) => void (await writeStateDatabase(stateDir, content)) },
};
