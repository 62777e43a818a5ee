import type { DoctorCase } from '../case.ts';
import { join } from 'node:path';
import { symlink } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { config, key, store, withProfiles } from '../support.ts';

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
  more: {
    'a link into a work tree': {
      home: {
        stores: { main: store({ 'anthropic:a': key('a') }) },
        prepare: async ({ home, stateDir, write }) => {
          const target = await write('dotfiles/openclaw.json', config());
          git(join(home, 'dotfiles'), 'init', '-q');
          await symlink(target, join(stateDir, 'openclaw.json'));
        },
      },
      expected: { severity: 'warning', says: /a link leads into the git work tree/, at: '.openclaw/openclaw.json', mend: /\.gitignore/ },
    },
  },
};
