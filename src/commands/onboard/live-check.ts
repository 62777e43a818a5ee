import type { PreparedCredential } from '../../../components/wizard/state.ts';
import { checkCredential } from '../../anthropic/check.ts';
import type { CheckDepth, CheckReport, CheckStep } from '../../anthropic/verdict.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { programVersion } from '../../program-version.ts';

/**
 * Asks the API what OpenClaw would ask: the same host and the same kind of header.
 *
 * @param signal ends it at once
 * @param onStep hears of every step as it begins and ends
 */
export function liveCheck(
  snapshot: Snapshot,
  credential: PreparedCredential,
  depth: CheckDepth,
  signal: AbortSignal,
  onStep: (step: CheckStep) => void,
): Promise<CheckReport> {
  return checkCredential(
    {
      credential: credential.secret,
      kind: credential.kind,
      baseUrl: snapshot.baseUrl,
      depth,
      signal,
      userAgent: `clawdial/${programVersion}`,
    },
    onStep,
  );
}
