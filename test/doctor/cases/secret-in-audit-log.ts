import type { DoctorCase } from '../case.ts';
import { key, withProfiles } from '../support.ts';
import { apiKey } from '../../support/homes.ts';

const line = (argument: string): string => `${JSON.stringify({ event: 'config.write', argv: ['node', 'openclaw', 'onboard', '--anthropic-api-key', argument] })}\n`;

export const secretInAuditLog: DoctorCase = {
  trouble: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/logs/config-audit.jsonl': line('***') + line(apiKey('x')) } },
  expected: { severity: 'warning', says: /audit log holds a credential in clear \(1 line\)/, at: '.openclaw/logs/config-audit.jsonl:2', mend: /delete line 2/ },
  nearMiss: { ...withProfiles({ 'anthropic:a': key('a') }), files: { '.openclaw/logs/config-audit.jsonl': line('***') + line('sk-ant-api03-…') } },
};
