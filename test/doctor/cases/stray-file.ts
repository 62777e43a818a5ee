import type { DoctorCase } from '../case.ts';
import { join } from 'node:path';
import { config, key, store } from '../support.ts';
import { writeAgentDatabase } from '../../support/databases.ts';

const form = { schema: 1, openclaw: '2026.6.11' };
const database = ({ stateDir }: { readonly stateDir: string }): Promise<void> =>
  writeAgentDatabase(join(stateDir, 'agents/main/agent'), { profiles: { 'anthropic:a': key('a') } }, form).then(() => undefined);

export const strayFile: DoctorCase = {
  trouble: { config: config({}, '2026.6.11'), stores: { main: store({ 'anthropic:a': key('a'), 'anthropic:old': key('o') }) }, prepare: database },
  expected: { severity: 'warning', says: /anthropic:old stands in it alone/, at: '.openclaw/agents/main/agent/auth-profiles.json', mend: /openclaw doctor --fix/ },
  nearMiss: { config: config({}, '2026.6.11'), prepare: database },
};
