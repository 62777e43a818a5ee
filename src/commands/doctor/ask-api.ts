import { checkCredential } from '../../anthropic/check.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { programVersion } from '../../program-version.ts';
import type { AgentCredentials } from '../../rules/candidates.ts';
import type { LiveFact } from '../../rules/doctor/live-fact.ts';
import { liveTargets, type LiveTarget } from '../../rules/doctor/live-targets.ts';
import { isSubscriptionSecret } from '../../rules/payer.ts';
import { inParallel } from '../in-parallel.ts';
import { refuseForeignHost } from '../trusted-host.ts';

const atATime = 2;
const deadlineMs = 8000;

/**
 * Asks the API about each credential that an agent could use: the free list of models and one smallest message, once each.
 *
 * @param trustBaseUrl true when the credentials may go to a host that is not Anthropic's
 * @throws ExpectedFailure when the config's base URL may not be asked
 */
export function askApi(snapshot: Snapshot, credentials: readonly AgentCredentials[], trustBaseUrl: boolean): Promise<readonly LiveFact[]> {
  refuseForeignHost(snapshot.baseUrl, trustBaseUrl);
  return inParallel(liveTargets(credentials), atATime, (target) => ask(snapshot, target));
}

async function ask({ baseUrl }: Snapshot, { source, secret, agents }: LiveTarget): Promise<LiveFact> {
  const { verdict, finding, requestIds, clockAheadMs } = await checkCredential(
    {
      credential: secret,
      kind: isSubscriptionSecret(secret) ? 'setup-token' : 'api-key',
      baseUrl,
      depth: 'message',
      signal: new AbortController().signal,
      userAgent: `clawdial/${programVersion}`,
      deadlineMs,
    },
    () => undefined,
  );
  return { source, agents, verdict, finding, requestIds, clockAheadMs };
}
