import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { editDraft, emptyDraft, secretOf } from '../../../components/parts/secret-draft.ts';
import { initialState, type WizardEffect, type WizardEvent, type WizardState } from '../../../components/wizard/state.ts';
import { update } from '../../../components/wizard/update.ts';
import type { CheckReport, Verdict } from '../../../src/anthropic/verdict.ts';
import { planSave } from '../../../src/commands/save.ts';
import { readHome, type ReadHome } from '../../support/facts.ts';
import { apiKey, setupToken, threeAgentsHome } from '../../support/homes.ts';

let home: ReadHome;

beforeAll(async () => {
  home = await readHome(threeAgentsHome);
});

afterAll(() => home.home.dispose());

const verdicts: readonly Verdict[] = ['valid', 'rejected', 'limited', 'unfunded', 'refused', 'unreachable', 'unknown'];

function reportOf(verdict: Verdict): CheckReport {
  return { verdict, steps: [], finding: null, models: [], quota: [], limits: [], requestIds: [], clockAheadMs: null };
}

/** The wizard with a world in which answers come late, twice, or not at all, and files change when they like. */
class World {
  state: WizardState;
  readonly asked: WizardEffect[] = [];
  typed: string | null = null;

  constructor() {
    this.state = initialState(home.facts, { claudeProgram: null, depth: 'message', demo: null }, true);
  }

  send(event: WizardEvent): void {
    const before = this.state;
    const result = update(before, event);
    this.state = result.state;
    for (const effect of result.effects) {
      this.#watch(before, event, effect);
      this.asked.push(effect);
    }
    this.#keep(before, event);
  }

  /** Nothing is written but the plan that stands on the screen, by Enter, while nothing is being written. */
  #watch(before: WizardState, event: WizardEvent, effect: WizardEffect): void {
    if (effect.do === 'check') expect(this.typed, 'what is checked is what was typed').toContain(effect.credential.secret.reveal());
    if (effect.do === 'leave' && event.type === 'back') expect(['found', 'done'], 'Esc goes back one screen, and leaves only from the first, or when all is done').toContain(before.screen.name);
    if (effect.do !== 'apply') return;
    expect(event.type).toBe('continue');
    expect(before.screen).toMatchObject({ name: 'review', saving: { state: 'idle' }, review: { state: 'planned' } });
    if (before.screen.name === 'review' && before.screen.review.state === 'planned') expect(effect.change).toBe(before.screen.review.change);
  }

  /** What was typed is there again whenever its field is, until it is typed over; and nothing counts as saved that was not. */
  #keep(before: WizardState, event: WizardEvent): void {
    if (event.type === 'draft' && before.screen.name === 'paste') this.typed = secretOf(event.draft).reveal();
    const { screen, saved } = this.state;
    if (screen.name === 'paste' && before.screen.name !== 'paste' && event.type === 'back' && this.typed !== null) {
      expect(secretOf(screen.draft).reveal()).toBe(this.typed);
    }
    if (saved !== before.saved) expect(event).toMatchObject({ type: 'applied', result: { state: 'applied' } });
  }

  /** Carries out the newest effect that was asked for; the planner is the real one. */
  answer(verdict: Verdict, outcome: 'applied' | 'conflict' | 'locked' | 'failed'): void {
    const effect = this.asked.at(-1);
    if (effect?.do === 'check') return this.send({ type: 'checked', id: effect.id, report: reportOf(verdict) });
    if (effect?.do === 'plan') return this.send({ type: 'planned', result: planSave(home.facts, effect.wish, 1_700_000_000_000), wish: effect.wish });
    if (effect?.do !== 'apply') return;
    const path = home.facts.snapshot.installation.config.path;
    const plan = outcome === 'conflict' ? planSave(home.facts, effect.wish, 1_700_000_000_000) : null;
    const results = {
      applied: { state: 'applied', files: [], durable: true },
      conflict: { state: 'conflict', path, files: [] },
      locked: { state: 'locked', path, holder: { pid: 1, command: null, ageMs: 0 }, files: [] },
      failed: { state: 'failed', path, code: 'ENOSPC', files: [] },
    } as const;
    this.send({ type: 'applied', result: results[outcome], facts: home.facts, plan });
  }
}

class Send implements fc.Command<object, World> {
  readonly #event: WizardEvent;

  constructor(event: WizardEvent) {
    this.#event = event;
  }

  check(): boolean {
    return true;
  }

  run(_model: object, world: World): void {
    world.send(this.#event);
  }

  toString(): string {
    return this.#event.type;
  }
}

class Answer implements fc.Command<object, World> {
  readonly #verdict: Verdict;
  readonly #outcome: 'applied' | 'conflict' | 'locked' | 'failed';

  constructor(verdict: Verdict, outcome: 'applied' | 'conflict' | 'locked' | 'failed') {
    this.#verdict = verdict;
    this.#outcome = outcome;
  }

  check(): boolean {
    return true;
  }

  run(_model: object, world: World): void {
    world.answer(this.#verdict, this.#outcome);
  }

  toString(): string {
    return `answer ${this.#verdict} ${this.#outcome}`;
  }
}

const typing = (text: string): WizardEvent => ({ type: 'draft', draft: editDraft(emptyDraft, { edit: 'insert', text }) });

const events: readonly WizardEvent[] = [
  { type: 'back' },
  { type: 'chose', choice: { kind: 'api-key' } },
  { type: 'chose', choice: { kind: 'setup-token' } },
  { type: 'scoped', scope: { kind: 'all' } },
  { type: 'scoped', scope: { kind: 'some', agentIds: ['alerts'] } },
  typing(apiKey('k')),
  typing(setupToken('s')),
  typing('not a key'),
  { type: 'keep-credential' },
  { type: 'check-again' },
  { type: 'edit-credential' },
  { type: 'save-anyway' },
  { type: 'profile-id', text: 'anthropic:work' },
  { type: 'expiry', text: '30d' },
  { type: 'model', model: null },
  { type: 'read-again' },
  { type: 'waiting', holder: { pid: 1, command: null, ageMs: 0 }, elapsedMs: 100 },
];

const anyCommand = [
  // Most people press Enter.
  fc.constant(new Send({ type: 'continue' })),
  fc.constant(new Send({ type: 'continue' })),
  fc.constantFrom(...events).map((event) => new Send(event)),
  fc.record({ verdict: fc.constantFrom('valid' as const, ...verdicts), outcome: fc.constantFrom('applied' as const, 'conflict' as const, 'locked' as const, 'failed' as const) }).map(({ verdict, outcome }) => new Answer(verdict, outcome)),
];

/** The way to the review, from which random ways lead on. */
const towards: readonly WizardEvent[] = [{ type: 'continue' }, { type: 'chose', choice: { kind: 'api-key' } }, { type: 'scoped', scope: { kind: 'all' } }, typing(apiKey('k')), { type: 'continue' }];

it('in any order of keys, answers and changed files: no write without a review, no input lost', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.boolean(), fc.commands(anyCommand, { maxCommands: 60, size: 'max' }), (early, commands) => {
      fc.modelRun(() => {
        const world = new World();
        if (!early) towards.forEach((event) => world.send(event));
        return { model: {}, real: world };
      }, commands);
    }),
    { numRuns: 400 },
  );
  // The walk is worth something only when it comes everywhere: one that is sure to.
  const world = new World();
  towards.forEach((event) => world.send(event));
  world.answer('valid', 'applied');
  for (const event of [{ type: 'continue' }, { type: 'continue' }, { type: 'model', model: null }] as const) world.send(event);
  world.answer('valid', 'applied');
  seen.add(world.state.screen.name);
  world.send({ type: 'continue' });
  world.answer('valid', 'applied');
  seen.add(world.state.screen.name);
  expect([...seen]).toEqual(['review', 'done']);
});
