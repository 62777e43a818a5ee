import type { Check } from '../check.ts';

/**
 * A person bound a session to a profile that the agent cannot use: OpenClaw tries nothing else there, and says that the
 * profile is not configured (2026.2.24, sections 3.5 and 11).
 */
export const sessionPin: Check = {
  code: 'session-pin',
  find: ({ surroundings, agents }) =>
    surroundings.sessionPins.flatMap(({ agentId, profileId, by, path, sessions }) => {
      const own = agents.find(({ credentials }) => credentials.agent.id === agentId);
      const isAnthropic = /^anthropic:/i.test(profileId);
      const usable = own?.credentials.candidates.some(({ source, standing }) => source.from === 'profile' && source.profileId === profileId && standing.state !== 'unusable');
      if (by !== 'person' || own === undefined || !isAnthropic || usable === true) return [];
      const detail = { what: 'session-pin', agentId, profileId, sessions } as const;
      return [{ severity: 'warning' as const, place: { in: 'file' as const, path }, agents: [agentId], told: { by: 'doctor' as const, detail }, mend: null }];
    }),
};
