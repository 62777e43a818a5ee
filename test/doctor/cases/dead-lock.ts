import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

/** More than Linux ever gives. */
const gone = 4_194_305;
const lock = (pid: number): string => JSON.stringify({ pid, createdAt: new Date(Date.now() - 3_600_000).toISOString() });

export const deadLock: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/agents/main/agent/auth-profiles.json.lock': lock(gone) } },
  expected: { severity: 'warning', says: /Process 4194305, which made this lock 1 hr ago, is gone/, at: '.openclaw/agents/main/agent/auth-profiles.json.lock', mend: 'fix' },
  // However old it is, its process lives.
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/agents/main/agent/auth-profiles.json.lock': lock(process.ppid) } },
  more: {
    'one that names no process, and is old': {
      home: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/openclaw.json.lock': JSON.stringify({ createdAt: '2026-01-01T00:00:00Z' }) } },
      expected: { severity: 'warning', says: /names no process/, at: '.openclaw/openclaw.json.lock', mend: 'fix' },
    },
  },
};
