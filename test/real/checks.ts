import assert from 'node:assert/strict';
import { objectAt, textAt, valueAt } from '../../src/openclaw/json-object.ts';
import type { RecordedState } from '../support/recorded.ts';
import { expectDone, jsonOf } from './answers.ts';
import type { InstalledRelease } from './install.ts';
import { credentials } from './credentials.ts';
import { doctorMends } from './doctor-mends.ts';
import { firstLeftover } from './leftovers.ts';
import { pinsProfile } from './pins-profile.ts';
import type { RealHome } from './real-openclaw.ts';
import { sameStatus } from './same-status.ts';

/** What the checks of one release share. */
export interface Trial {
  readonly installed: InstalledRelease;
  readonly home: RealHome;
  /** What the real program answered, kept as fixtures: by the name of the state. */
  readonly recorded: Map<string, RecordedState>;
}

/** `not-there` says that this release has no such thing. */
export type CheckResult = 'passed' | 'not-there';

export interface Check {
  readonly name: string;
  /** @throws Error when the two programs do not agree */
  readonly run: (trial: Trial) => Promise<CheckResult>;
}

/** In the order in which they run; each stands on the state that the ones before it left. */
export const checks: readonly Check[] = [
  { name: 'OpenClaw makes a home', run: makeHome },
  { name: 'clawdial knows version and layout', run: knowsLayout },
  { name: 'status of an empty home', run: (trial) => sameStatus(trial, 'empty', 'main') },
  { name: 'clawdial saves an API key', run: savesKey },
  { name: 'status with the key', run: (trial) => sameStatus(trial, 'api-key', 'main') },
  { name: 'clawdial saves a setup-token for one agent', run: savesToken },
  { name: 'status of that agent', run: (trial) => sameStatus(trial, 'setup-token', 'research') },
  { name: 'models auth list names both', run: listsBoth },
  { name: 'retention of one agent', run: setsRetention },
  { name: 'clawdial puts the profiles in order', run: reorders },
  { name: 'status in the new order', run: (trial) => sameStatus(trial, 'ordered', 'research') },
  { name: 'status with a profile behind the model', run: pinsProfile },
  { name: 'what the doctor mends, OpenClaw takes', run: doctorMends },
  { name: 'clawdial gives a profile a new secret', run: rotates },
  { name: 'status with the new secret', run: (trial) => sameStatus(trial, 'rotated', 'main') },
  { name: 'clawdial removes a profile', run: removes },
  { name: 'status without it', run: (trial) => sameStatus(trial, 'removed', 'research') },
  { name: 'the config is valid to OpenClaw', run: configIsValid },
  { name: 'no secret and no process is left', run: leavesNothing },
];

const quiet = ['--skip-health', '--skip-skills', '--skip-channels', '--skip-ui', '--skip-daemon', '--no-install-daemon'];

async function makeHome({ home, installed: { release } }: Trial): Promise<CheckResult> {
  expectDone(await home.openclaw(['onboard', '--non-interactive', '--accept-risk', '--mode', 'local', '--auth-choice', 'skip', ...quiet, '--json']));
  const added = release.addsAgents
    ? ['agents', 'add', 'research', '--workspace', `${home.stateDir}/workspace-research`, '--non-interactive', '--json']
    : ['config', 'set', 'agents.list', JSON.stringify([{ id: 'main' }, { id: 'research' }]), '--json'];
  expectDone(await home.openclaw(added));
  return 'passed';
}

async function knowsLayout({ home, installed: { release } }: Trial): Promise<CheckResult> {
  const installation = objectAt(jsonOf(await home.clawdial(['doctor', '--json'])), 'openclaw');
  assert.deepEqual([textAt(installation, 'version'), textAt(installation, 'layout')], [release.version, release.layout]);
  return 'passed';
}

async function savesKey({ home }: Trial): Promise<CheckResult> {
  const end = await home.clawdial(['onboard', '--non-interactive', '--anthropic-api-key', '-', '--token-profile-id', 'anthropic:work', '--check', 'none', '--json'], credentials.key);
  expectDone(end);
  assert.deepEqual(valueAt(jsonOf(end), 'agents'), ['main', 'research']);
  return 'passed';
}

async function savesToken({ home }: Trial): Promise<CheckResult> {
  const argv = ['onboard', '--non-interactive', '--token', '-', '--token-profile-id', 'anthropic:plan', '--token-expires-in', '365d', '--agent', 'research', '--check', 'none', '--json'];
  const end = await home.clawdial(argv, credentials.token);
  expectDone(end);
  assert.deepEqual(valueAt(jsonOf(end), 'agents'), ['research']);
  return 'passed';
}

async function listsBoth({ home, installed: { release } }: Trial): Promise<CheckResult> {
  if (!release.listsAuth) return 'not-there';
  const answer = jsonOf(await home.openclaw(['models', 'auth', 'list', '--provider', 'anthropic', '--agent', 'research', '--json']));
  const profiles = valueAt(answer, 'profiles');
  const listed = (Array.isArray(profiles) ? profiles : []).map((one: unknown) => ({ id: textAt(one, 'id'), type: textAt(one, 'type') }));
  assert.deepEqual(listed.toSorted((a, b) => String(a.id).localeCompare(String(b.id))), [
    { id: 'anthropic:plan', type: 'token' },
    { id: 'anthropic:work', type: 'api_key' },
  ]);
  return 'passed';
}

async function setsRetention({ home, installed: { release } }: Trial): Promise<CheckResult> {
  const end = await home.clawdial(['cache', 'set', 'research', 'long', '--json']);
  if (!release.agentParams) {
    // This release would refuse its config; so must we.
    assert.notDeepEqual(end.outcome, { by: 'exit', code: 0 });
    return 'passed';
  }
  expectDone(end);
  const path = release.layout === 'shared-database' ? 'agents.entries.research.params.cacheRetention' : 'agents.list[1].params.cacheRetention';
  const got = await home.openclaw(['config', 'get', path]);
  expectDone(got);
  assert.match(got.stdout, /^"?long"?$/m);
  return 'passed';
}

async function reorders({ home, installed: { release } }: Trial): Promise<CheckResult> {
  const wanted = ['anthropic:work', 'anthropic:plan'];
  const end = await home.clawdial(['models', 'auth', 'order', 'set', '--provider', 'anthropic', '--agent', 'research', ...wanted]);
  if (release.layout === 'agent-database') {
    // This release says that it is done and leaves out what the agent inherits: that must not count as done.
    assert.deepEqual(end.outcome, { by: 'exit', code: 1 });
    return 'passed';
  }
  expectDone(end);
  const got = jsonOf(await home.openclaw(['models', 'auth', 'order', 'get', '--provider', 'anthropic', '--agent', 'research', '--json']));
  assert.deepEqual(valueAt(got, 'order'), wanted);
  return 'passed';
}

async function rotates({ home }: Trial): Promise<CheckResult> {
  const end = await home.clawdial(['models', 'auth', 'rotate', 'anthropic:work', '--check', 'none', '--json'], credentials.newKey);
  expectDone(end);
  return 'passed';
}

async function removes({ home, installed: { release } }: Trial): Promise<CheckResult> {
  const end = await home.clawdial(['models', 'auth', 'remove', 'anthropic:plan', '--json']);
  if (release.layout === 'agent-database') {
    // This release has no command for it, and nobody else writes there.
    assert.notDeepEqual(end.outcome, { by: 'exit', code: 0 });
    return 'not-there';
  }
  expectDone(end);
  return 'passed';
}

async function configIsValid({ home, installed: { release } }: Trial): Promise<CheckResult> {
  const argv = release.layout === 'single-file' ? ['config', 'get', 'gateway.mode'] : ['config', 'validate'];
  expectDone(await home.openclaw(argv));
  return 'passed';
}

async function leavesNothing({ home }: Trial): Promise<CheckResult> {
  const leftover = await firstLeftover(home, Object.values(credentials));
  assert.equal(leftover, null);
  return 'passed';
}
