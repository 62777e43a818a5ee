import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { actionChoices } from '../../../components/dashboard/actions/choices.ts';
import { actionRows } from '../../../components/dashboard/actions/rows.ts';
import { planProfile } from '../../../src/changes/profiles/plan-profile.ts';
import { actionObstacle } from '../../../src/changes/profiles/obstacle.ts';
import type { ProfileWish } from '../../../src/changes/profiles/profile-plan.ts';
import { readProfileFacts } from '../../../src/commands/models-auth/facts.ts';
import { cellWidth } from '../../../src/terminal/width.ts';
import * as en from '../../../src/words/en/words.ts';
import * as nl from '../../../src/words/nl/words.ts';
import { writeStateDatabase } from '../../support/databases.ts';
import { fakeOpenClaw } from '../../support/fake-openclaw.ts';
import { apiKey, makeHome, setupToken, type HomeContent, type TestHome } from '../../support/homes.ts';
import { readDashboard } from '../../../src/commands/dashboard/dashboard-session.ts';
import { dashboardHome, disposeHomes, Run, textOf } from './support.ts';

const now = Date.UTC(2026, 10, 26);
const homes: TestHome[] = [];

afterEach(async () => {
  await disposeHomes();
  await Promise.all(homes.splice(0).map((home) => home.dispose()));
});

/** The menu of the profile as a narrow window has it: what stands above, and the choices. */
function menuOf(run: Run, profileId: string): { readonly above: string; readonly choices: ReturnType<typeof actionChoices> } {
  const entry = run.state.entries.find(({ source }) => source.from === 'profile' && source.profileId === profileId);
  if (entry === undefined) throw new Error(`no ${profileId}`);
  return { above: textOf(actionRows({ state: run.state, columns: 42 }, { name: 'actions', entry })).join(' '), choices: actionChoices(run.state, entry) };
}

const faulty: HomeContent = {
  config: { meta: { lastTouchedVersion: '2026.2.24' }, auth: { profiles: { 'anthropic:mode': { provider: 'anthropic', mode: 'oauth' } } } },
  stores: {
    main: {
      version: 1,
      profiles: {
        'anthropic:blank': { type: 'api_key', provider: 'anthropic', key: '' },
        'anthropic:old': { type: 'token', provider: 'anthropic', token: setupToken('c'), expires: now - 1 },
        'anthropic:login': { type: 'oauth', provider: 'anthropic', access: '', expires: now - 1 },
        'anthropic:mode': { type: 'api_key', provider: 'anthropic', key: apiKey('b') },
      },
      order: { anthropic: ['anthropic:blank', 'anthropic:old', 'anthropic:login', 'anthropic:mode'] },
    },
  },
};

describe('the menu of one profile', () => {
  it.each([
    ['anthropic:blank', 'holds no secret. “New secret” mends that.'],
    ['anthropic:old', '“New secret” mends that.'],
    // A sign-in takes no secret, so the menu does not offer it.
    ['anthropic:login', 'Go back and add a new one.'],
    ['anthropic:mode', 'Go back for what mends it.'],
  ])('names what it offers itself, and no key of the board: %s', async (profileId, advice) => {
    const content: HomeContent = profileId === 'anthropic:mode' ? faulty : { ...faulty, config: { meta: { lastTouchedVersion: '2026.2.24' } } };
    const run = new Run((await dashboardHome(content)).reading, now);
    const { above, choices } = menuOf(run, profileId);
    expect(above).toContain(advice);
    expect(above).not.toContain('Press');
    expect(choices.some(({ label }) => label === 'New secret')).toBe(above.includes('“New secret”') || profileId === 'anthropic:mode');
  });

  it.each([['en', en], ['nl', nl]])('explains each of its choices in one line of the narrowest window: %s', (_language, { actions }) => {
    const { acts, notHere } = actions.actionWords;
    const texts = [...Object.values(acts).flatMap(({ label, description }) => [label, description]), ...Object.values(notHere)];
    // 44 columns, less the margins of the frame and the pointer.
    expect(texts.filter((text) => cellWidth(text) > 40)).toEqual([]);
  });
});

const wishes: readonly ProfileWish[] = [
  { action: 'rename', profileId: 'anthropic:a', to: 'anthropic:z' },
  { action: 'copy', profileId: 'anthropic:a', to: 'research', from: null },
  { action: 'remove', profileId: 'anthropic:a' },
  { action: 'order-set', agentId: 'main', profileIds: ['anthropic:b', 'anthropic:a'] },
  { action: 'refresh-copies', profileId: 'anthropic:a' },
];

describe('where OpenClaw alone writes the store', () => {
  async function databaseHome(version: string | null): Promise<{ readonly home: TestHome; readonly variables: Readonly<Record<string, string>> }> {
    const home = await makeHome({ config: { meta: { lastTouchedVersion: '2026.9.6' }, agents: { defaults: { model: { primary: 'anthropic/claude-opus-5' } }, entries: { main: {}, research: {} } } } });
    homes.push(home);
    const keyOf = (letter: string): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter) });
    await writeStateDatabase(home.stateDir, { version: 1, profiles: { 'anthropic:a': keyOf('a'), 'anthropic:b': keyOf('b') } });
    return { home, variables: { PATH: version === null ? join(home.home, 'nowhere') : await fakeOpenClaw(home.home, 'saves', version) } };
  }

  it('what OpenClaw has no command for comes last, muted, and says so', async () => {
    const { home, variables } = await databaseHome('2026.9.6');
    const { choices } = menuOf(new Run(await readDashboard({ flags: {}, host: home.host(variables) }), now), 'anthropic:a');
    expect(choices.map(({ id, description, tone }) => [id, tone, description])).toEqual([
      ['rotate', undefined, 'same name, every store; checked first'],
      ['remove', undefined, 'says first who falls back to what'],
      ['copy', 'muted', 'not here: OpenClaw has no command for it'],
      ['rename', 'muted', 'not here: OpenClaw has no command for it'],
    ]);
  });

  it('without an openclaw everything says that it cannot be done here', async () => {
    const { home, variables } = await databaseHome(null);
    const { choices } = menuOf(new Run(await readDashboard({ flags: {}, host: home.host(variables) }), now), 'anthropic:a');
    expect(new Set(choices.map(({ description }) => description))).toEqual(new Set(['not here: no openclaw is on PATH', 'not here: OpenClaw has no command for it']));
  });

  it.each([['2026.9.6'], [null]])('the menu says so of exactly what the plan would refuse for it: openclaw %s', async (version) => {
    const { home, variables } = await databaseHome(version);
    const facts = await readProfileFacts({}, home.host(variables));
    for (const wish of wishes) {
      const plan = planProfile(facts, wish, { now, force: false });
      const isRefused = plan.state === 'refused' && (plan.reason.code === 'layout' || plan.reason.code === 'program');
      expect([wish.action, actionObstacle(facts.snapshot, wish.action) !== null]).toEqual([wish.action, isRefused]);
    }
  });
});
