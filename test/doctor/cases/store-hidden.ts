import { DatabaseSync } from 'node:sqlite';
import { writeStateDatabase } from '../../support/databases.ts';
import type { DoctorCase } from '../case.ts';
import { config, key } from '../support.ts';

const shared = (stateDir: string): Promise<string> => writeStateDatabase(stateDir, { profiles: { 'anthropic:a': key('a') } }, { journal: 'delete' });

/** Somebody writes in the database, and lets nobody else look. */
export const storeHidden: DoctorCase = {
  trouble: {
    config: config({}, '2026.9.6'),
    prepare: async ({ stateDir }) => {
      const writer = new DatabaseSync(await shared(stateDir));
      writer.exec('BEGIN EXCLUSIVE');
      return () => writer.close();
    },
  },
  expected: { severity: 'note', says: /What it holds is not shown/, at: '.openclaw/state/openclaw.sqlite', mend: /./ },
  nearMiss: { config: config({}, '2026.9.6'), prepare: async ({ stateDir }) => void (await shared(stateDir)) },
};
