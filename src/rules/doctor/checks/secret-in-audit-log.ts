import type { Check } from '../check.ts';
import { leftSecrets } from '../left-secrets.ts';

/** OpenClaw 2026.2.24 notes its command lines down, keys included (observed, section 0.5). */
export const secretInAuditLog: Check = { code: 'secret-in-audit-log', find: (facts) => leftSecrets(facts, 'audit-log', 'warning') };
