import type { CacheFacts, RetentionTarget } from '../../src/changes/cache-plan.ts';
import { valueAtPath } from '../../src/rules/cache/config-path.ts';
import { asRetention } from '../../src/rules/cache/retention.ts';
import { effectiveConfig } from '../../src/rules/agents.ts';
import { cacheTable, type CacheLine } from '../../src/rules/cache-table.ts';
import { safeText } from '../../src/terminal/safe-text.ts';
import { editorWords } from '../../src/words/cache-screens.ts';
import { cacheCommandWords } from '../../src/words/cache-editor.ts';
import { applyResultWords, overwrittenWords } from '../../src/words/changes.ts';
import { undoneWords, undoRefusalWords } from '../../src/words/undo.ts';
import { firstSliders, measuredSliders, slid } from './sliders.ts';
import { migrationPreviews } from './plan-wish.ts';
import { previewOf, wishOf } from './preview.ts';
import type { Choice, EditorEvent, EditorScreen, EditorState, EditorUpdate, EditorWish, Message, UndoOutcome } from './state.ts';

type Review = Extract<EditorScreen, { readonly name: 'review' }>;
type Advice = Extract<EditorScreen, { readonly name: 'advice' }>;
type Menu = Extract<EditorScreen, { readonly name: 'menu' }>;

const table: EditorScreen = { name: 'table' };

export function initialEditor(facts: CacheFacts): EditorState {
  return { facts, lines: linesOf(facts), selected: 0, screen: table, message: null, undoing: false };
}

function linesOf({ snapshot, environment }: CacheFacts): readonly CacheLine[] {
  return cacheTable(snapshot, environment);
}

/** The whole behaviour of the editor. Pure: the same events end in the same state however fast they come. */
export function update(state: EditorState, event: EditorEvent): EditorUpdate {
  if (event.type === 'leave') return { state, effects: [{ do: 'cancel' }, { do: 'leave' }] };
  if (event.type === 'undone') return stay(afterUndo(withFacts(state, event.facts), event.outcome));
  const { screen } = state;
  switch (screen.name) {
    case 'table':
      return updateTable(state, event);
    case 'advice':
      return updateAdvice(state, screen, event);
    case 'menu':
      return updateMenu(state, screen, event);
    case 'migrate':
      return updateMigrate(state, event);
    case 'review':
      return updateReview(state, screen, event);
  }
}

function updateTable(state: EditorState, event: EditorEvent): EditorUpdate {
  const line = state.lines[state.selected];
  switch (event.type) {
    case 'move':
      return stay({ ...state, selected: Math.max(0, Math.min(state.lines.length - 1, state.selected + event.by)) });
    case 'edit-agent':
      return line === undefined ? stay(state) : stay(openMenu(state, { kind: 'agent', agentId: line.agent.id }, choiceOf(line.override?.value)));
    case 'edit-model':
      return line === undefined ? stay(state) : stay(openMenu(state, { kind: 'model', ref: line.agent.model.ref }, baselineChoice(state, line.agent.model.ref)));
    case 'advise':
      return line === undefined ? stay(state) : openAdvice(state, line);
    case 'migrate':
      return startMigration(state);
    case 'undo':
      return state.undoing ? stay(state) : { state: { ...state, undoing: true, message: null }, effects: [{ do: 'undo' }] };
    case 'back':
      return { state, effects: [{ do: 'leave' }] };
    default:
      return stay(state);
  }
}

function openAdvice(state: EditorState, line: CacheLine): EditorUpdate {
  const screen: Advice = { name: 'advice', sliders: firstSliders(state.facts.snapshot, line), usage: { state: 'reading' } };
  return { state: { ...state, message: null, screen }, effects: [{ do: 'measure', agent: line.agent }] };
}

function updateAdvice(state: EditorState, screen: Advice, event: EditorEvent): EditorUpdate {
  const line = state.lines[state.selected];
  const summary = screen.usage.state === 'read' ? screen.usage.summary : null;
  const show = (change: Partial<Pick<Advice, 'sliders' | 'usage'>>): EditorUpdate => stay({ ...state, screen: { ...screen, ...change } });
  switch (event.type) {
    case 'measured':
      return show({ usage: { state: 'read', summary: event.usage }, sliders: measuredSliders(event.usage, screen.sliders) });
    case 'as-measured':
      return show({ sliders: measuredSliders(summary, screen.sliders) });
    case 'slide':
      return show({ sliders: slid(screen.sliders, summary, event.which, event.by) });
    case 'edit-agent':
      return line === undefined ? stay(state) : stay(openMenu(state, { kind: 'agent', agentId: line.agent.id }, choiceOf(line.override?.value)));
    case 'back':
      return stay({ ...state, screen: table });
    default:
      return stay(state);
  }
}

function startMigration(state: EditorState): EditorUpdate {
  const effects = migrationPreviews(state.facts);
  if (effects === null) return stay({ ...state, message: { tone: 'muted', text: editorWords.nothingToMigrate } });
  return stay({ ...state, message: null, screen: { name: 'migrate', effects } });
}

function updateMigrate(state: EditorState, event: EditorEvent): EditorUpdate {
  if (event.type === 'keep') return { state, effects: [{ do: 'plan', wish: { kind: 'migration', keep: event.keep } }] };
  if (event.type === 'planned') return stay(reviewed(state, event));
  return event.type === 'back' ? stay({ ...state, screen: table }) : stay(state);
}

function reviewed(state: EditorState, { wish, plan }: Extract<EditorEvent, { readonly type: 'planned' }>): EditorState {
  return { ...state, screen: { name: 'review', wish, plan, saving: { state: 'idle' }, replanned: false, trouble: null } };
}

function openMenu(state: EditorState, target: RetentionTarget, highlighted: Choice): EditorState {
  return { ...state, message: null, screen: { name: 'menu', target, highlighted, preview: previewOf(state.facts, target, highlighted) } };
}

function baselineChoice({ facts }: EditorState, ref: string): Choice {
  return choiceOf(valueAtPath(effectiveConfig(facts.snapshot.config), ['agents', 'defaults', 'models', ref, 'params', 'cacheRetention']));
}

function choiceOf(value: unknown): Choice {
  return asRetention(value) ?? 'inherit';
}

function updateMenu(state: EditorState, screen: Menu, event: EditorEvent): EditorUpdate {
  switch (event.type) {
    case 'highlight':
      if (event.choice === screen.highlighted) return stay(state);
      return stay({ ...state, screen: { ...screen, highlighted: event.choice, preview: previewOf(state.facts, screen.target, event.choice) } });
    case 'choose':
      return { state, effects: [{ do: 'plan', wish: { kind: 'retention', wish: wishOf(screen.target, event.choice) } }] };
    case 'planned':
      return stay(reviewed(state, event));
    case 'back':
      return stay({ ...state, screen: table });
    default:
      return stay(state);
  }
}

function updateReview(state: EditorState, screen: Review, event: EditorEvent): EditorUpdate {
  const { plan, saving } = screen;
  switch (event.type) {
    case 'continue':
      if (plan.state === 'refused' || saving.state !== 'idle') return stay(state);
      if (!plan.change.files.some(({ changes }) => changes)) return stay({ ...state, screen: table, message: { tone: 'muted', text: cacheCommandWords.nothingToDo } });
      return { state: { ...state, screen: { ...screen, saving: { state: 'saving' }, trouble: null } }, effects: [{ do: 'apply', change: plan.change, wish: screen.wish }] };
    case 'back':
      if (saving.state === 'idle') return stay(beforeReview(state, screen.wish));
      return { state, effects: [{ do: 'cancel' }] };
    case 'waiting':
      return stay({ ...state, screen: { ...screen, saving: { state: 'waiting', holder: event.holder, elapsedMs: event.elapsedMs } } });
    case 'applied':
      return stay(afterApply(withFacts(state, event.facts), screen, event));
    default:
      return stay(state);
  }
}

function beforeReview(state: EditorState, wish: EditorWish): EditorState {
  if (wish.kind === 'retention') return openMenu(state, wish.wish.target, wish.wish.value ?? 'inherit');
  return startMigration(state).state;
}

function afterApply(state: EditorState, screen: Review, { result, remembered, plan }: Extract<EditorEvent, { readonly type: 'applied' }>): EditorState {
  if (result.state === 'applied') {
    const overwritten = result.files.find((file) => file.overwritten !== undefined);
    if (overwritten?.overwritten !== undefined) {
      return { ...state, screen: table, message: { tone: 'attention', text: overwrittenWords(safeText(overwritten.path), overwritten.overwritten) } };
    }
    const message: Message = remembered ? { tone: 'good', text: editorWords.saved } : { tone: 'attention', text: cacheCommandWords.notRemembered };
    return { ...state, screen: table, message };
  }
  if (result.state === 'conflict' && plan !== null) return { ...state, screen: { ...screen, plan, saving: { state: 'idle' }, replanned: true, trouble: null } };
  return { ...state, screen: { ...screen, saving: { state: 'idle' }, trouble: result } };
}

function afterUndo(state: EditorState, outcome: UndoOutcome): EditorState {
  return { ...state, undoing: false, message: undoMessage(outcome) };
}

function undoMessage(outcome: UndoOutcome): Message {
  switch (outcome.state) {
    case 'undone':
      return { tone: 'good', text: undoneWords(safeText(outcome.title)) };
    case 'refused':
      return { tone: 'attention', text: undoRefusalWords(outcome.reason).title };
    case 'not-applied':
      return { tone: 'bad', text: applyResultWords(outcome.result).title };
  }
}

/** What was read anew; the same agent stays selected. */
function withFacts(state: EditorState, facts: CacheFacts): EditorState {
  const lines = linesOf(facts);
  const id = state.lines[state.selected]?.agent.id;
  const index = lines.findIndex(({ agent }) => agent.id === id);
  return { ...state, facts, lines, selected: Math.max(0, index) };
}

function stay(state: EditorState): EditorUpdate {
  return { state, effects: [] };
}
