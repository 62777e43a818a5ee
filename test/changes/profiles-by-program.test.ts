import { afterEach, describe, expect, it } from 'vitest';
import { planProfile } from '../../src/changes/profiles/plan-profile.ts';
import type { ProfilePlan, ProfileWish } from '../../src/changes/profiles/profile-plan.ts';
import { readProfileFacts, type ProfileReading } from '../../src/commands/models-auth/facts.ts';
import { Secret } from '../../src/terminal/secret.ts';
import { profileRefusalWords } from '../../src/words/profiles.ts';
import { writeStateDatabase } from '../support/databases.ts';
import { fakeOpenClaw } from '../support/fake-openclaw.ts';
import { apiKey, makeHome, type TestHome } from '../support/homes.ts';

const now = Date.UTC(2026, 10, 26);
const homes: TestHome[] = [];

afterEach(async () => {
  await Promise.all(homes.splice(0).map((home) => home.dispose()));
});

const key = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
const mode = { provider: 'anthropic', mode: 'api_key' };

/** A home of 2026.9.6 with two keys in its shared database. @param version of the `openclaw` on PATH; null for none */
async function open(version: string | null = '2026.9.6'): Promise<ProfileReading> {
  const config = { meta: { lastTouchedVersion: '2026.9.6' }, agents: { defaults: { model: { primary: 'anthropic/claude-opus-5' } }, entries: { main: {}, research: {} } }, auth: { profiles: { 'anthropic:a': mode, 'anthropic:b': mode }, order: { anthropic: ['anthropic:a', 'anthropic:b'] } } };
  const home = await makeHome({ config });
  homes.push(home);
  const usageStats = { 'anthropic:b': { cooldownUntil: now + 3_600_000, cooldownReason: 'rate_limit' } };
  await writeStateDatabase(home.stateDir, { version: 1, profiles: { 'anthropic:a': key('a'), 'anthropic:b': key('b') }, usageStats });
  const path = version === null ? '/nowhere' : await fakeOpenClaw(home.home, 'saves', version);
  return readProfileFacts({}, home.host({ PATH: path }));
}

const plan = (facts: ProfileReading, wish: ProfileWish): ProfilePlan => planProfile(facts, wish, { now, force: false });
const argvOf = (one: ProfilePlan): readonly string[] => (one.state === 'planned' ? (one.change.commands ?? []).map(({ argv }) => argv.join(' ')) : [`refused: ${one.reason.code}`]);
const rotate: ProfileWish = { action: 'rotate', profileId: 'anthropic:b', credential: { type: 'api_key', secret: new Secret(apiKey('n')) }, proved: true };

describe('in a database that OpenClaw alone writes', () => {
  it('what it has a command for is planned as that command, and nothing of ours is written', async () => {
    const facts = await open();
    const plans = [plan(facts, { action: 'order-set', agentId: 'main', profileIds: ['anthropic:b', 'anthropic:a'] }), plan(facts, rotate), plan(facts, { action: 'remove', profileId: 'anthropic:a' })];
    expect(plans.flatMap(argvOf)).toEqual([
      'models auth order set --provider anthropic --agent main anthropic:b anthropic:a',
      'models auth --agent main paste-api-key --provider anthropic --profile-id anthropic:b',
      'models auth logout anthropic:a --yes --agent main',
    ]);
    expect(plans.flatMap((one) => (one.state === 'planned' ? one.change.files : []))).toEqual([]);
    expect(JSON.stringify(plans)).not.toContain('nnnn');
  });

  it('says ahead who falls back to what, what stays waiting, and that we cannot take it back', async () => {
    const facts = await open();
    const removed = plan(facts, { action: 'remove', profileId: 'anthropic:a' });
    expect(removed).toMatchObject({ state: 'planned', effects: [{ agentId: 'main', after: null, backAt: now + 3_600_000 }, { agentId: 'research', after: null }] });
    const rotated = plan(facts, rotate);
    const codes = rotated.state === 'planned' ? rotated.warnings.map(({ code }) => code) : [];
    expect(codes).toEqual(['wait-stays', 'moves-first', 'by-openclaw']);
  });

  it('what is so already asks nothing', async () => {
    expect(argvOf(plan(await open(), { action: 'order-clear', agentId: 'main' }))).toEqual([]);
  });

  it('refuses what nobody could do, before a secret is asked for', async () => {
    const facts = await open();
    expect(plan(facts, { action: 'order-set', agentId: 'main', profileIds: ['anthropic:c'] })).toMatchObject({ reason: { code: 'unknown-profile', known: ['anthropic:a', 'anthropic:b'] } });
    expect(plan(facts, { action: 'rotate', profileId: 'anthropic:b', credential: { type: 'token', secret: new Secret('x'), expires: null }, proved: true })).toMatchObject({ reason: { code: 'other-secret-type' } });
  });

  it.each<ProfileWish>([
    { action: 'rename', profileId: 'anthropic:a', to: 'anthropic:c' },
    { action: 'copy', profileId: 'anthropic:a', to: 'research', from: null },
    { action: 'clear-cooldown', profileId: 'anthropic:b', proof: { by: 'person', reason: 'x' } },
  ])('$action is refused with the steps that are safe', async (wish) => {
    const refusal = plan(await open(), wish);
    if (refusal.state === 'planned') throw new Error('planned');
    expect(refusal.reason).toMatchObject({ code: 'layout', layout: 'shared-database' });
    expect(profileRefusalWords(refusal.reason).advice).toContain('openclaw models auth');
  });

  it.each([
    [null, 'no openclaw is on PATH'],
    ['2026.9.1', 'wrote this state'],
  ])('an openclaw that cannot be asked (%s) is named, with the command to run by hand', async (version, wanted) => {
    const refusal = plan(await open(version), { action: 'remove', profileId: 'anthropic:a' });
    if (refusal.state === 'planned') throw new Error('planned');
    const { title, advice } = profileRefusalWords(refusal.reason);
    expect(title).toContain(wanted);
    expect(advice).toContain('openclaw models auth logout anthropic:a --yes');
  });
});
