import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';
import { setupToken } from '../../support/homes.ts';

export const secretInHistory: DoctorCase = {
  // The last line has no end yet.
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.local/share/fish/fish_history': `- cmd: ls\n  when: 1\n- cmd: export T=${setupToken('h')}` } },
  expected: { severity: 'warning', says: /holds a credential in clear \(1 line\)/, at: '.local/share/fish/fish_history:3', mend: /delete line 3/ },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.bash_history': 'clawdial onboard --anthropic-api-key -\ngrep -r sk-ant-api03- .\n' } },
};
