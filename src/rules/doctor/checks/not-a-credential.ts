import { diagnose } from '../../../anthropic/credential.ts';
import type { Check } from '../check.ts';
import { heldSecrets } from '../held-secrets.ts';

/** What is stored is no credential at all: a command, a cookie, a page's address, another vendor's key (users, part 1). */
export const notACredential: Check = {
  code: 'not-a-credential',
  find: (facts) =>
    heldSecrets(facts).flatMap(({ profile, agentId, secret, place, agents }) => {
      const diagnosis = diagnose(secret);
      // Behind a base URL of somebody else, a key of any form may be the right one.
      if (diagnosis.state !== 'wrong' || (diagnosis.what === 'unrecognised' && facts.snapshot.baseUrl !== null)) return [];
      const detail = { what: 'not-a-credential', profile, agentId, diagnosis } as const;
      return [{ severity: 'problem' as const, place, agents, told: { by: 'doctor' as const, detail }, mend: null }];
    }),
};
