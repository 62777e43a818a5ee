import type { Check } from '../check.ts';

/**
 * OpenClaw judges a lock by its process, and takes it away when it cannot see that one (2026.2.24 and 2026.9.6, measured). In
 * a container nothing is told while a gateway listens inside of it: that is the OpenClaw that writes here.
 */
export const locksUnseen: Check = {
  code: 'locks-unseen',
  find: ({ surroundings: { unseenLocks, gateway }, snapshot }) => {
    if (unseenLocks === null || (unseenLocks.why === 'container' && gateway.state === 'listening')) return [];
    const { path } = snapshot.installation.stateDir;
    return [{ severity: 'note', place: { in: 'file', path }, agents: [], told: { by: 'doctor', detail: { what: 'locks-unseen', ...unseenLocks } }, mend: null }];
  },
};
