import { Box } from 'ink';
import { render } from 'ink-testing-library';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { BodyWidthContext } from '../../../components/parts/body-width.ts';
import { editDraft, emptyDraft } from '../../../components/parts/secret-draft.ts';
import { ThemeContext } from '../../../components/theme.ts';
import { ScreenBody } from '../../../components/wizard/ScreenBody.tsx';
import { initialState, type Answers, type CompleteAnswers, type Screen, type WizardEvent, type WizardState } from '../../../components/wizard/state.ts';
import { readCredential } from '../../../src/anthropic/credential.ts';
import type { CheckReport, Verdict } from '../../../src/anthropic/verdict.ts';
import { planSave } from '../../../src/commands/save.ts';
import { safeText, say } from '../../../src/terminal/safe-text.ts';
import { Secret } from '../../../src/terminal/secret.ts';
import { readHome, type ReadHome } from '../../support/facts.ts';
import { apiKey, apiKeyHome, setupToken, threeAgentsHome, type HomeContent } from '../../support/homes.ts';

const opened: { unmount(): void }[] = [];
const homes: ReadHome[] = [];

afterEach(async () => {
  for (const one of opened.splice(0)) one.unmount();
  await Promise.all(homes.splice(0).map(({ home }) => home.dispose()));
});

/** The body sizes of terminals of 44x16, 80x24 and 120x40. */
const sizes = [
  [42, 10],
  [78, 18],
  [118, 34],
] as const;

async function stateOf(content: HomeContent, screen: Screen, claudeProgram: string | null = null): Promise<WizardState> {
  const made = await readHome(content);
  homes.push(made);
  return { ...initialState(made.facts, { claudeProgram, depth: 'message', demo: null }, true), screen };
}

/** ink-testing-library draws on 100 columns; the frame's width is set here. */
function tree(state: WizardState, columns: number, rows: number, dispatch: (event: WizardEvent) => void): ReactElement {
  return (
    <ThemeContext value={{ color: false, unicode: true }}>
      <BodyWidthContext value={columns}>
        <Box width={columns} flexDirection="column">
          <ScreenBody state={state} dispatch={dispatch} columns={columns} rows={rows} />
        </Box>
      </BodyWidthContext>
    </ThemeContext>
  );
}

function draw(state: WizardState, columns = 78, rows = 18): { readonly lines: readonly string[]; readonly text: string } {
  const app = render(tree(state, columns, rows, () => undefined));
  opened.push(app);
  const lines = (app.lastFrame() ?? '').split('\n').map((line) => line.trimEnd());
  return { lines, text: lines.join('\n') };
}

const reading = readCredential(new Secret(apiKey('k')));
const tokenReading = readCredential(new Secret(setupToken('t')));
const answers: Answers = { choice: { kind: 'api-key' }, obtained: false, scope: { kind: 'all' }, credential: null };
const complete: CompleteAnswers = { ...answers, scope: { kind: 'all' }, credential: { secret: reading.secret, summary: reading.summary, kind: 'api-key', variable: null } };
const tokenAnswers: CompleteAnswers = { ...complete, credential: { secret: tokenReading.secret, summary: tokenReading.summary, kind: 'setup-token', variable: null } };

function report(verdict: Verdict): CheckReport {
  return {
    verdict,
    steps: [
      { step: 'offline', state: 'passed', durationMs: 0, requestId: null, note: null },
      { step: 'models', state: 'passed', durationMs: 120, requestId: say`req_1`, note: null },
      { step: 'message', state: 'passed', durationMs: 340, requestId: say`req_2`, note: null },
    ],
    finding:
      verdict === 'valid'
        ? null
        : { code: 'x', verdict, meaning: say`What it means, in a sentence that is long enough to need a second line.`, advice: say`What to do next.`, status: 400, detail: say`as the server said`, requestId: say`req_2`, retryAfterSeconds: null },
    models: [
      { id: 'claude-opus-5', displayName: null },
      { id: 'claude-sonnet-4-6', displayName: null },
    ],
    quota: [{ window: say`5h`, utilization: 0.42, status: say`allowed`, resetsAt: null }],
    limits: [],
    requestIds: [say`req_1`, say`req_2`], clockAheadMs: null,
  };
}

const draftOf = (text: string): ReturnType<typeof editDraft> => editDraft(emptyDraft, { edit: 'insert', text });
const form = { profileId: 'anthropic:default', expiry: '', model: null, field: 'model', problem: null } as const;

/** Every screen, in the state in which it is fullest. */
async function everyScreen(): Promise<readonly WizardState[]> {
  const base = await stateOf(apiKeyHome, { name: 'found' });
  const wish = { credential: complete.credential, scope: complete.scope, profileId: 'anthropic:default', lifetimeMs: null, defaultModel: null };
  const planned = planSave(base.facts, wish, Date.now());
  if (planned.state !== 'planned') throw new Error('the plan was refused');
  const screens: readonly Screen[] = [
    { name: 'found' },
    { name: 'choose' },
    { name: 'notice', answers },
    { name: 'obtain', answers },
    { name: 'agents', answers },
    { name: 'paste', answers, draft: draftOf(apiKey('k').slice(0, 90)), asking: true, tried: true },
    { name: 'paste', answers, draft: draftOf(`export X="${setupToken('t')}"`), asking: false, tried: false },
    { name: 'trust', answers: complete },
    { name: 'check', answers: complete, id: 1, run: { state: 'running', steps: [{ step: 'offline', state: 'running' }] } },
    { name: 'check', answers: complete, id: 1, run: { state: 'finished', steps: report('valid').steps, report: report('valid') } },
    { name: 'check', answers: complete, id: 1, run: { state: 'finished', steps: report('rejected').steps, report: report('rejected') } },
    { name: 'name', answers: tokenAnswers, report: report('valid'), form: { ...form, field: 'profile-id', problem: { kind: 'other-type', proposal: 'anthropic:subscription' } } },
    { name: 'name', answers: tokenAnswers, report: report('valid'), form: { ...form, expiry: '365d', field: 'expiry' } },
    { name: 'name', answers: complete, report: report('valid'), form },
    { name: 'review', wish, review: planned, saving: { state: 'idle' }, trouble: { state: 'conflict', path: '/x', files: [] } },
    { name: 'review', wish, review: planned, saving: { state: 'waiting', holder: { pid: 1, command: safeText('openclaw'), ageMs: 10 }, elapsedMs: 2000 }, trouble: null },
    { name: 'done', wish, files: [{ path: '/x', changed: true, backup: '/a/rather/long/path/to/the/openclaw.json.clawdial-backup-20261122T230000Z' }], durable: false, byProgram: false, loss: null },
  ];
  return screens.map((screen) => ({ ...base, screen }));
}

describe('every screen', () => {
  it.each(sizes)('keeps within %i columns and %i rows', async (columns, rows) => {
    for (const state of await everyScreen()) {
      const { lines } = draw(state, columns, rows);
      expect({ screen: state.screen.name, tooWide: lines.filter((line) => line.length > columns), tooLong: lines.length > rows }).toEqual({ screen: state.screen.name, tooWide: [], tooLong: false });
    }
  });

  it('shows no secret, at any size', async () => {
    for (const state of await everyScreen()) {
      for (const [columns, rows] of sizes) expect(draw(state, columns, rows).text).not.toMatch(/k{8}|t{8}/);
    }
  });
});

describe('found', () => {
  it('says what shadows what', async () => {
    const made = await readHome(apiKeyHome, { ANTHROPIC_API_KEY: apiKey('e') });
    homes.push(made);
    const { text } = draw({ ...(await stateOf({}, { name: 'found' })), facts: made.facts }, 118, 34);
    expect(text).toMatch(/✓ anthropic:default +API key sk-ant-api03-….{4} +in use/);
    expect(text).toMatch(/ANTHROPIC_API_KEY \(the environment\) +API key .* not used: anthropic:default comes first/);
  });

  it('tells what a newer OpenClaw needs where there is none', async () => {
    const { text } = draw(await stateOf({}, { name: 'found' }));
    expect(text).toContain('openclaw doctor --fix');
  });
});

describe('agents', () => {
  it('offers all of them and each that has a store of its own, not main alone', async () => {
    const { text } = draw(await stateOf(threeAgentsHome, { name: 'agents', answers }));
    expect(text).toContain('All 3 agents');
    expect(text).toContain('Only research');
    expect(text).not.toContain('Only main');
  });
});

describe('paste', () => {
  it('names kind, ends and length, what was taken out, and that the type follows the credential', async () => {
    const { text } = draw(await stateOf({}, { name: 'paste', answers, draft: draftOf(`export X="${setupToken('t')}"`), asking: false, tried: false }));
    expect(text).toContain('setup-token sk-ant-oat01-…ttAA, 108 characters');
    expect(text).toMatch(/Taken out: .*quotes/);
    expect(text).toContain('bills your Claude plan');
  });

  it('does not call wrong what is still being typed, and does after Enter', async () => {
    const typed: Extract<Screen, { readonly name: 'paste' }> = { name: 'paste', answers, draft: draftOf('hello'), asking: false, tried: false };
    expect(draw(await stateOf({}, typed)).text).not.toContain('✗');
    expect(draw(await stateOf({}, { ...typed, tried: true })).text).toContain('✗');
  });
});

describe('check', () => {
  it('puts the verdict first in a low window, with every way on in sight', async () => {
    const state = await stateOf({}, { name: 'check', answers: complete, id: 1, run: { state: 'finished', steps: report('rejected').steps, report: report('rejected') } });
    const { lines, text } = draw(state, 42, 10);
    expect(lines[0]).toMatch(/^✗ Rejected/);
    for (const way of ['› Try again', 'Edit the credential', 'Save anyway', 'Leave']) expect(text).toContain(way);
  });

  it('shows a plan’s windows as a bar with its percentage', async () => {
    const state = await stateOf({}, { name: 'check', answers: complete, id: 1, run: { state: 'finished', steps: report('valid').steps, report: report('valid') } });
    expect(draw(state).text).toMatch(/plan, 5h +█+░+ +42%/);
  });
});

describe('model', () => {
  it('offers what this OpenClaw knows first, and marks what would be an unknown model to it', async () => {
    const { text } = draw(await stateOf(apiKeyHome, { name: 'name', answers: complete, report: report('valid'), form }));
    expect(text.indexOf('claude-sonnet-4-6')).toBeLessThan(text.indexOf('claude-opus-5'));
    expect(text).toMatch(/claude-opus-5 \(unknown\)\s+not in the catalogue of OpenClaw 2026\.2\.24/);
    expect(draw(await stateOf(apiKeyHome, { name: 'name', answers: complete, report: report('valid'), form }), 42, 10).text).toMatch(/claude-opus-5 \(unknown\)\s/);
  });
});
