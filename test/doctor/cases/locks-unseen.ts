import type { UnseenLocks } from '../../../src/openclaw/surroundings/surroundings.ts';
import type { GatewayPresence } from '../../../src/openclaw/gateway-presence.ts';
import type { DoctorCase } from '../case.ts';
import { key, withProfiles, type PatientHome } from '../support.ts';

/** A container and another user cannot be made without root; they are met for real in test/faults/locks.test.ts. */
const where = (unseenLocks: UnseenLocks | null, gateway: GatewayPresence = { state: 'silent', port: 18_789 }): PatientHome => ({
  ...withProfiles({ 'anthropic:a': key('a') }),
  alter: (facts) => ({ ...facts, surroundings: { ...facts.surroundings, unseenLocks, gateway } }),
});

export const locksUnseen: DoctorCase = {
  trouble: where({ why: 'container' }),
  expected: { severity: 'note', says: /^This is a container, and an OpenClaw outside of it takes our lock for that of a dead process\./, at: '.openclaw', mend: /inside of the container that OpenClaw runs in/ },
  // The gateway is in here with us.
  nearMiss: where({ why: 'container' }, { state: 'listening', port: 18_789 }),
  more: {
    'root in the home of another user': {
      home: where({ why: 'other-user', uid: 1000 }, { state: 'listening', port: 18_789 }),
      expected: { severity: 'note', says: /^You are root, and this directory belongs to user 1000:/, at: '.openclaw', mend: /as that user/ },
    },
  },
};
