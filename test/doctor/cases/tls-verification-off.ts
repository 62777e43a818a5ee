import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';

export const tlsVerificationOff: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/.env': 'NODE_TLS_REJECT_UNAUTHORIZED=0\n' } },
  expected: { severity: 'problem', says: /OpenClaw takes any certificate/, at: '.openclaw/.env', mend: /unset/ },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), variables: { NODE_TLS_REJECT_UNAUTHORIZED: '1' } },
};
