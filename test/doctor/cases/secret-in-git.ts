import type { DoctorCase } from '../case.ts';
import { execFileSync } from 'node:child_process';
import { key, withProfiles } from '../support.ts';

const git = (directory: string, ...words: readonly string[]): void => void execFileSync('git', ['-C', directory, ...words], { stdio: 'ignore' });

export const secretInGit: DoctorCase = {
  trouble: {
    ...withProfiles({ 'anthropic:a': key('a') }),
    prepare: ({ home }) => {
      git(home, 'init', '-q');
      git(home, 'add', '.openclaw/openclaw.json');
      return Promise.resolve();
    },
  },
  expected: { severity: 'problem', says: /git keeps it in/, at: '.openclaw/openclaw.json', mend: /rm --cached/ },
  // A work tree above that does not keep it.
  nearMiss: {
    ...withProfiles({ 'anthropic:a': key('a') }),
    files: { '.gitignore': '.openclaw\n' },
    prepare: ({ home }) => {
      git(home, 'init', '-q');
      git(home, 'add', '-A');
      return Promise.resolve();
    },
  },
};
