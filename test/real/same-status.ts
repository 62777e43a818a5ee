import assert from 'node:assert/strict';
import { jsonOf, statusOf } from './answers.ts';
import type { CheckResult, Trial } from './checks.ts';
import { givenIn } from './given.ts';

/** Both programs say the same about an agent; the state and the real answer are kept under the name of the state. */
export async function sameStatus({ home, recorded }: Trial, state: string, agent: string): Promise<CheckResult> {
  const takenAt = Date.now();
  const real = statusOf(jsonOf(await home.openclaw(['models', 'status', '--json', '--agent', agent])), home.home);
  const ours = statusOf(jsonOf(await home.clawdial(['models', 'status', '--json', '--agent', agent])), home.home);
  assert.deepEqual(ours, real);
  recorded.set(state, { agent, takenAt, given: await givenIn(home), openclaw: real });
  return 'passed';
}
