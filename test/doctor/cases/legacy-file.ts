import type { DoctorCase } from '../case.ts';
import { config, key, store } from '../support.ts';
import { apiKey } from '../../support/homes.ts';

const files = { '.openclaw/agents/main/agent/auth.json': JSON.stringify({ anthropic: { type: 'api_key', key: apiKey('l') } }) };

export const legacyFile: DoctorCase = {
  trouble: { config: config(), files },
  expected: { severity: 'note', says: /credentials of an older release \(anthropic\)/, at: '.openclaw/agents/main/agent/auth.json', mend: null },
  // Beside a store it is OpenClaw's own mirror.
  nearMiss: { config: config(), files, stores: { main: store({ 'anthropic:a': key('a') }) } },
};
