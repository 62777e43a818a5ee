import { afterEach, describe, expect, it } from 'vitest';
import { readStatus } from '../../src/commands/models-status/read-status.ts';
import { statusJson } from '../../src/commands/models-status/status-json.ts';
import { isJsonObject } from '../../src/openclaw/json-object.ts';
import { redact } from '../../src/terminal/redact.ts';
import { statusOf } from '../real/answers.ts';
import { releases } from '../real/releases.ts';
import type { TestHome } from '../support/homes.ts';
import { recordedHome, recordedStates } from '../support/recorded.ts';

const homes: TestHome[] = [];

afterEach(async () => {
  for (const home of homes.splice(0)) await home.dispose();
});

describe.each(releases)('OpenClaw $version', async ({ version }) => {
  const states = await recordedStates(version);
  if (states.length === 0) process.stderr.write(`Skipped: nothing of OpenClaw ${version} is recorded; npm run test:openclaw ${version} does it.\n`);

  it.skipIf(states.length === 0)('is recorded with several states', () => {
    expect(states.length).toBeGreaterThan(2);
  });

  it.each(states)('%s: models status says what the real one said', async (_name, state) => {
    const home = await recordedHome(state);
    homes.push(home);
    const facts = await readStatus({ openclawVersion: version }, home.host(), state.agent, state.takenAt);
    const answer: unknown = JSON.parse(redact(JSON.stringify(statusJson(facts, null))));
    expect(isJsonObject(answer) && statusOf(answer, home.home)).toEqual(state.openclaw);
  });
});
