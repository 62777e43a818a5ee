import { effectiveLayer } from '../../../openclaw/environment.ts';
import type { Check } from '../check.ts';

/** With this variable Node accepts any certificate: whoever stands between reads the credential. */
export const tlsVerificationOff: Check = {
  code: 'tls-verification-off',
  find: ({ environment }) => {
    const layer = effectiveLayer('NODE_TLS_REJECT_UNAUTHORIZED', environment);
    if (layer?.values.get('NODE_TLS_REJECT_UNAUTHORIZED')?.trim() !== '0') return [];
    const place = layer.path === null ? null : ({ in: 'file', path: layer.path } as const);
    return [{ severity: 'problem', place, agents: [], told: { by: 'doctor', detail: { what: 'tls-verification-off' } }, mend: null }];
  },
};
