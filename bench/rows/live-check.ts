import { checkCredential } from '../../src/anthropic/check.ts';
import { startFakeAnthropic, type FakeAnthropic } from '../../src/demo/fake-anthropic.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { apiKey } from '../../test/support/homes.ts';
import type { PlannedRow, RowResult } from '../row.ts';
import { median } from '../statistics.ts';
import { milliseconds, rounded } from './results.ts';

/** What a live check asks of the network. That keys are never held up by one is a test of the set-up on a terminal. */
export const liveCheckRows: readonly PlannedRow[] = [
  {
    id: 'live-check',
    what: 'live check of two steps, fake API on this machine',
    target: '≤ 1 round trip a step',
    measure: async ({ rounds }) => {
      const server = await startFakeAnthropic();
      try {
        return await stepsResult(server, rounds);
      } finally {
        await server.close();
      }
    },
  },
];

async function stepsResult(server: FakeAnthropic, rounds: number): Promise<RowResult> {
  const times: number[] = [];
  const bare: number[] = [];
  const request = { credential: new Secret(apiKey('a')), kind: 'api-key', baseUrl: server.url, depth: 'message', userAgent: 'clawdial-bench', signal: new AbortController().signal } as const;
  let asked = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = server.requests.length;
    const start = performance.now();
    await checkCredential(request, () => undefined);
    times.push(performance.now() - start);
    asked = server.requests.length - before;
    const bareStart = performance.now();
    for (let step = 0; step < 2; step += 1) await (await fetch(`${server.url}/v1/models`, { headers: { 'x-api-key': apiKey('a') } })).text();
    bare.push(performance.now() - bareStart);
  }
  return {
    state: 'measured',
    measured: `${asked} requests for 2 steps (${milliseconds(median(times))}; two bare requests ${milliseconds(median(bare))})`,
    met: asked <= 2,
    numbers: { requests: asked, medianMs: rounded(median(times)), bareMedianMs: rounded(median(bare)) },
  };
}
