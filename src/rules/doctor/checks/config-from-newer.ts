import { parseVersion } from '../../../openclaw/version.ts';
import { textAt } from '../../../openclaw/json-object.ts';
import { effectiveConfig } from '../../agents.ts';
import { compareVersions } from '../../versions.ts';
import type { Check } from '../check.ts';

/** The config was written by a newer OpenClaw than the one that is installed: what it does not know it refuses (section 1.8). */
export const configFromNewer: Check = {
  code: 'config-from-newer',
  find: ({ snapshot }) => {
    const { version, versionOrigin } = snapshot.installation;
    const keys = ['meta', 'lastTouchedVersion'];
    const wroteIt = textAt(effectiveConfig(snapshot.config), ...keys);
    const wrote = wroteIt === null ? null : parseVersion(wroteIt);
    if (wroteIt === null || wrote === null || versionOrigin.by === 'config' || compareVersions(wrote, version) <= 0) return [];
    const detail = { what: 'config-from-newer', wroteIt, installed: version.text } as const;
    return [{ severity: 'warning', place: { in: 'config', keys }, agents: [], told: { by: 'doctor', detail }, mend: null }];
  },
};
