import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

const sections = (every: string): object => ({ agents: { defaults: { heartbeat: { every } } } });

export const heartbeatMissesCache: DoctorCase = {
  trouble: withProfiles({ 'anthropic:a': key('a') }, {}, sections('30m')),
  expected: { severity: 'note', says: /main wakes every 30 min, when its cache of 5 minutes is gone/, at: '.openclaw/openclaw.json:5', mend: /clawdial cache advise main/ },
  nearMiss: withProfiles({ 'anthropic:a': key('a') }, {}, sections('4m')),
};
