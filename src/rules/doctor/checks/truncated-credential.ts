import { diagnose } from '../../../anthropic/credential.ts';
import type { Check } from '../check.ts';
import { heldSecrets } from '../held-secrets.ts';

/** A terminal that wrapped cut the end off: it passes every check of OpenClaw, and then 401 for ever (users, part 1). */
export const truncatedCredential: Check = {
  code: 'truncated-credential',
  find: (facts) =>
    heldSecrets(facts).flatMap(({ profile, agentId, secret, place, agents }) => {
      const diagnosis = diagnose(secret);
      if (diagnosis.state !== 'truncated') return [];
      const detail = { what: 'truncated-credential', profile, agentId, length: diagnosis.length } as const;
      return [{ severity: 'problem' as const, place, agents, told: { by: 'doctor' as const, detail }, mend: null }];
    }),
};
