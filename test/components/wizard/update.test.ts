import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editDraft, emptyDraft } from '../../../components/parts/secret-draft.ts';
import { initialState, type WizardEffect, type WizardEvent, type WizardState } from '../../../components/wizard/state.ts';
import { update } from '../../../components/wizard/update.ts';
import type { CheckReport, Verdict } from '../../../src/anthropic/verdict.ts';
import { planSave } from '../../../src/commands/save.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';
import { readHome, type ReadHome } from '../../support/facts.ts';
import { apiKey, apiKeyHome, setupToken, threeAgentsHome, type HomeContent } from '../../support/homes.ts';

/** A run of the wizard in which the world does nothing by itself. */
class Run {
  state: WizardState;
  readonly effects: WizardEffect[] = [];

  constructor(state: WizardState) {
    this.state = state;
  }

  send(...events: readonly WizardEvent[]): this {
    for (const event of events) {
      const result = update(this.state, event);
      this.state = result.state;
      this.effects.push(...result.effects);
    }
    return this;
  }

  get screen(): WizardState['screen']['name'] {
    return this.state.screen.name;
  }

  get lastEffect(): WizardEffect | undefined {
    return this.effects.at(-1);
  }

  /** Ends the running check with a verdict. */
  answer(verdict: Verdict): this {
    const effect = this.effects.findLast((one) => one.do === 'check');
    if (effect?.do !== 'check') throw new Error('no check was started');
    return this.send({ type: 'checked', id: effect.id, report: reportOf(verdict) });
  }
}

function reportOf(verdict: Verdict): CheckReport {
  return {
    verdict,
    steps: [],
    finding: null,
    models: [{ id: 'claude-sonnet-4-6', displayName: null }],
    quota: [],
    limits: [],
    requestIds: [safeText('req_1')], clockAheadMs: null,
  };
}

const homes: ReadHome[] = [];

async function start(content: HomeContent, options: { readonly variables?: Record<string, string>; readonly acknowledged?: boolean; readonly depth?: 'none' | 'message' } = {}): Promise<Run> {
  const made = await readHome(content, options.variables);
  homes.push(made);
  const settings = { claudeProgram: '/usr/bin/claude', depth: options.depth ?? 'message', demo: null } as const;
  return new Run(initialState(made.facts, settings, options.acknowledged ?? true));
}

const draft = (text: string): WizardEvent => ({ type: 'draft', draft: editDraft(emptyDraft, { edit: 'insert', text }) });
const enter: WizardEvent = { type: 'continue' };
const back: WizardEvent = { type: 'back' };
const chooseKey: WizardEvent = { type: 'chose', choice: { kind: 'api-key' } };
const chooseToken: WizardEvent = { type: 'chose', choice: { kind: 'setup-token' } };

let run: Run;

afterEach(async () => {
  await Promise.all(homes.splice(0).map(({ home }) => home.dispose()));
});

describe('the way of an API key', () => {
  beforeEach(async () => {
    run = await start({});
  });

  it('goes from Found to a plan, and asks the world only for a check and a plan', () => {
    run.send(enter, chooseKey);
    expect(run.screen).toBe('paste');
    run.send(draft(apiKey('k')), enter);
    expect(run.screen).toBe('check');
    run.answer('valid').send(enter);
    expect(run.screen).toBe('name');
    run.send(enter, { type: 'model', model: null });
    expect(run.effects.map((effect) => effect.do)).toEqual(['check', 'plan']);
    expect(run.lastEffect).toMatchObject({ do: 'plan', wish: { profileId: 'anthropic:default', lifetimeMs: null, defaultModel: null, scope: { kind: 'all' } } });
  });

  it('does not go on while the check runs, however often Enter is pressed', () => {
    run.send(enter, chooseKey, draft(apiKey('k')), enter, enter, enter, enter);
    expect(run.screen).toBe('check');
    expect(run.effects).toHaveLength(1);
  });

  it.each(['rejected', 'limited', 'unfunded', 'refused', 'unreachable', 'unknown'] as const)('Enter alone never goes on after %s; saving must be chosen', (verdict) => {
    run.send(enter, chooseKey, draft(apiKey('k')), enter).answer(verdict).send(enter);
    expect(run.screen).toBe('check');
    run.send({ type: 'save-anyway' });
    expect(run.screen).toBe('name');
  });

  it('a check that was cancelled cannot answer a later one', () => {
    run.send(enter, chooseKey, draft(apiKey('k')), enter);
    const [first] = run.effects;
    run.send(back);
    expect(run.lastEffect).toEqual({ do: 'cancel' });
    run.send(enter);
    if (first?.do !== 'check') throw new Error('no check was started');
    run.send({ type: 'checked', id: first.id, report: reportOf('valid') });
    expect(run.state.screen).toMatchObject({ name: 'check', run: { state: 'running' } });
  });

  it('editing after a rejection finds the pasted text still there', () => {
    run.send(enter, chooseKey, draft(apiKey('k')), enter).answer('rejected').send({ type: 'edit-credential' });
    expect(run.state.screen).toMatchObject({ name: 'paste', draft: { length: 108 } });
  });

  it('a wrong value stays in the field and starts no check', () => {
    run.send(enter, chooseKey, draft('sk-ant-admin01-' + 'a'.repeat(93) + 'AA'), enter);
    expect(run.state.screen).toMatchObject({ name: 'paste', tried: true, asking: false });
    run.send({ type: 'keep-credential' });
    expect(run.effects).toEqual([]);
  });

  it('a truncated value is kept only after a second word', () => {
    run.send(enter, chooseKey, draft(apiKey('k').slice(0, 85)), enter);
    expect(run.state.screen).toMatchObject({ name: 'paste', asking: true });
    run.send(enter);
    expect(run.screen).toBe('paste');
    run.send({ type: 'keep-credential' });
    expect(run.screen).toBe('check');
  });

  it('Esc on the first screen leaves, with nothing asked of the disk', () => {
    run.send(back);
    expect(run.effects).toEqual([{ do: 'leave' }]);
  });
});

describe('a setup-token', () => {
  it('meets the notice once, and Esc afterwards does not bring it back', async () => {
    run = await start({}, { acknowledged: false });
    run.send(enter, chooseToken);
    expect(run.screen).toBe('notice');
    run.send(enter);
    expect(run.screen).toBe('obtain');
    expect(run.effects).toEqual([{ do: 'remember-notice' }]);
    run.send(back);
    expect(run.screen).toBe('choose');
    run.send(chooseToken);
    expect(run.screen).toBe('obtain');
  });

  it('pasted where an API key was asked is a token all the same, and meets the notice', async () => {
    run = await start({}, { acknowledged: false });
    run.send(enter, chooseKey, draft(setupToken('t')), enter);
    expect(run.screen).toBe('notice');
    run.send(enter);
    expect(run.lastEffect).toMatchObject({ do: 'check', credential: { kind: 'setup-token' } });
    run.answer('valid').send(enter, enter);
    expect(run.state.screen).toMatchObject({ name: 'name', form: { field: 'expiry', expiry: '365d' } });
  });

  it('records the end only from a length of time, and asks again for anything else', async () => {
    run = await start({});
    run.send(enter, chooseToken, enter, draft(setupToken('t')), enter).answer('valid').send(enter, enter);
    run.send({ type: 'expiry', text: 'next year' }, enter);
    expect(run.state.screen).toMatchObject({ form: { field: 'expiry', problem: { kind: 'duration' } } });
    run.send({ type: 'expiry', text: '90d' }, enter, { type: 'model', model: null });
    expect(run.lastEffect).toMatchObject({ do: 'plan', wish: { lifetimeMs: 90 * 86_400_000 } });
  });

  it('never takes the id of an API key: a free id is proposed, and insisting is refused', async () => {
    run = await start(apiKeyHome);
    run.send(enter, chooseToken, enter, draft(setupToken('t')), enter).answer('valid').send(enter);
    expect(run.state.screen).toMatchObject({ form: { profileId: 'anthropic:subscription' } });
    run.send({ type: 'profile-id', text: 'anthropic:default' }, enter);
    expect(run.state.screen).toMatchObject({ form: { field: 'profile-id', problem: { kind: 'other-type', proposal: 'anthropic:subscription' } } });
  });
});

describe('other ways', () => {
  it('asks which agents when there are several', async () => {
    run = await start(threeAgentsHome);
    run.send(enter, chooseKey);
    expect(run.screen).toBe('agents');
    run.send({ type: 'scoped', scope: { kind: 'some', agentIds: ['alerts'] } }, draft(apiKey('k')), enter).answer('valid').send(enter, enter, { type: 'model', model: null });
    expect(run.lastEffect).toMatchObject({ wish: { scope: { kind: 'some', agentIds: ['alerts'] } } });
  });

  it('uses a credential of the environment without asking for it again', async () => {
    run = await start({}, { variables: { ANTHROPIC_API_KEY: apiKey('e') } });
    const [variable] = run.state.facts.snapshot.variables;
    if (variable === undefined) throw new Error('the variable was not read');
    run.send(enter, { type: 'chose', choice: { kind: 'variable', variable } });
    expect(run.lastEffect).toMatchObject({ do: 'check', credential: { kind: 'api-key' } });
  });

  it('asks before a secret goes to an address that is not Anthropic’s, and again after Esc', async () => {
    run = await start({ config: { models: { providers: { anthropic: { baseUrl: 'https://proxy.example.com', models: [] } } } } });
    run.send(enter, chooseKey, draft(apiKey('k')), enter);
    expect(run.screen).toBe('trust');
    expect(run.effects).toEqual([]);
    run.send(back);
    expect(run.screen).toBe('paste');
    run.send(enter, enter);
    expect(run.screen).toBe('check');
  });

  it('sends a secret to no plain http address outside this machine, whatever is pressed', async () => {
    run = await start({ config: { models: { providers: { anthropic: { baseUrl: 'http://proxy.example.com', models: [] } } } } });
    run.send(enter, chooseKey, draft(apiKey('k')), enter, enter, enter);
    expect(run.screen).toBe('trust');
    run.send({ type: 'save-anyway' });
    expect(run.screen).toBe('name');
    expect(run.effects).toEqual([]);
  });

  it('goes to the network for nothing when no check is wanted', async () => {
    run = await start({}, { depth: 'none' });
    run.send(enter, chooseKey, draft(apiKey('k')), enter);
    expect(run.screen).toBe('name');
    expect(run.effects).toEqual([]);
  });

  it('does not let a credential be chosen where nothing may be written', async () => {
    run = await start({ config: '{ broken' });
    run.send(enter, chooseKey);
    expect(run.screen).toBe('choose');
    expect(run.state.facts.obstacle).toMatchObject({ kind: 'broken-config' });
  });
});

describe('the review', () => {
  async function reviewed(): Promise<Run> {
    const at = await start(apiKeyHome);
    at.send(enter, chooseKey, draft(apiKey('n')), enter).answer('valid').send(enter, enter, { type: 'model', model: null });
    const effect = at.lastEffect;
    if (effect?.do !== 'plan') throw new Error('nothing was planned');
    return at.send({ type: 'planned', wish: effect.wish, result: planSave(at.state.facts, effect.wish, Date.now()) });
  }

  it('applies once, however often Enter is pressed', async () => {
    run = await reviewed();
    run.send(enter, enter, enter);
    expect(run.effects.filter((effect) => effect.do === 'apply')).toHaveLength(1);
  });

  it('shows the new plan after a conflict, and needs Enter again', async () => {
    run = await reviewed();
    run.send(enter);
    const effect = run.lastEffect;
    if (effect?.do !== 'apply') throw new Error('nothing was applied');
    const plan = planSave(run.state.facts, effect.wish, Date.now());
    run.send({ type: 'applied', result: { state: 'conflict', path: '/x', files: [] }, facts: run.state.facts, plan });
    expect(run.state.screen).toMatchObject({ name: 'review', saving: { state: 'idle' }, trouble: { state: 'conflict' } });
    expect(run.lastEffect).toBe(effect);
  });

  it('ends at Done, from where Esc does not lead back into the set-up', async () => {
    run = await reviewed();
    run.send(enter, { type: 'applied', result: { state: 'applied', files: [], durable: true }, facts: run.state.facts, plan: null });
    expect(run.screen).toBe('done');
    run.send(back);
    expect(run.lastEffect).toEqual({ do: 'leave' });
  });
});
