import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { hasLegacySettings } from '../../src/changes/migrate-retention.ts';
import { configError } from '../../src/rules/cache/config-error.ts';
import type { CacheLine } from '../../src/rules/cache-table.ts';
import { cacheRefusalWords, choiceWords, originWords, standingWords, wireWords } from '../../src/words/cache-editor.ts';
import { editorWords } from '../../src/words/cache-screens.ts';
import { applyResultWords } from '../../src/words/changes.ts';
import { linearWords } from '../../src/words/linear.ts';
import { routeErrorWords } from '../../src/words/route-error.ts';
import { routeWarningWords } from '../../src/words/route-warning.ts';
import { reviewWords } from '../../src/words/wizard.ts';
import { adviceRows } from '../cache/advice-screen.ts';
import { titleOf } from '../cache/editor-title.ts';
import { previewRows, reviewRows } from '../cache/editor-rows.ts';
import { choices, keeps } from '../cache/editor-choices.ts';
import { previewOf } from '../cache/preview.ts';
import type { EditorEvent, EditorScreen, EditorState, Preview } from '../cache/state.ts';
import { line, marked, type Row } from '../parts/rows.ts';
import { choice, lineCells, type Answer, type AnswerGroup, type LetterAnswer, type Page } from './page.ts';
import { rowText } from './page-lines.ts';
import { wordMarks } from './word-marks.ts';

type CachePage = Page<EditorEvent>;
type Part = Pick<CachePage, 'key' | 'rows' | 'question'>;
type ScreenOf<Name extends EditorScreen['name']> = Extract<EditorScreen, { readonly name: Name }>;

/** The editor of cache settings in lines. */
export function cachePage(state: EditorState): CachePage {
  return { title: titleOf(state), ...partOf(state) };
}

function partOf(state: EditorState): Part {
  const { screen, facts } = state;
  switch (screen.name) {
    case 'table':
      return { key: ['table', facts], rows: refusedRows(facts), question: { kind: 'choice', groups: tableGroups(state), letters: [undo] } };
    case 'menu':
      return menuPart(state, screen);
    case 'advice':
      return advicePart(state, screen);
    case 'migrate':
      return migratePart(screen);
    case 'review':
      return reviewPart(state, screen);
  }
}

/** A config that this OpenClaw does not take: what the answers say holds when that is mended. */
function refusedRows({ snapshot }: EditorState['facts']): readonly Row[] {
  const error = configError(snapshot);
  if (error === null) return [];
  const { title, advice } = routeErrorWords(error, safeText(snapshot.installation.version.text));
  return [...marked({ text: wordMarks.bad }, title, lineCells), line(advice)];
}

/** The same letter as on the screen: what is said after a save names it. */
const undo: LetterAnswer<EditorEvent> = { letter: 'u', label: linearWords.cacheAnswers.undo, events: [{ type: 'undo' }] };

function tableGroups(state: EditorState): readonly AnswerGroup<EditorEvent>[] {
  const { lines, facts } = state;
  const models = [...new Map(lines.map((item, index) => [item.agent.model.ref, { item, index }])).values()];
  const more: readonly Answer<EditorEvent>[] = [
    ...(hasLegacySettings(facts, facts.snapshot.agents) ? [{ label: linearWords.cacheAnswers.migrate, events: [{ type: 'migrate' }] as const }] : []),
    undo,
  ];
  return [
    { heading: linearWords.cacheAnswers.agents, answers: lines.map((item, index) => ({ label: agentSentence(item), events: [selects(state, index), { type: 'edit-agent' }] })) },
    {
      heading: linearWords.cacheAnswers.models,
      answers: models.map(({ item, index }) => ({ label: modelSentence(item), events: [selects(state, index), { type: 'edit-model' }] })),
    },
    { heading: linearWords.cacheAnswers.more, answers: more },
  ];
}

function selects({ selected }: EditorState, index: number): EditorEvent {
  return { type: 'move', by: index - selected };
}

function agentSentence(item: CacheLine): SafeText {
  const warnings = item.warnings.map((warning) => say` ${wordMarks.attention} ${routeWarningWords(warning)}`);
  const own = item.override === null ? linearWords.cacheAnswers.noOverride : linearWords.cacheAnswers.override;
  // What becomes of long on the wire is part of how it stands.
  const isToldAlready = item.effective === 'long' && item.onWire === 'short';
  const wire = isToldAlready ? say`` : say`, ${linearWords.cacheAnswers.onWire(wireWords(item))}`;
  return say`${safeText(item.agent.id)}: ${standingWords(item)}${wire}, ${linearWords.cacheAnswers.from(originWords(item))}, ${own}.${safeText(warnings.join(''))}`;
}

function modelSentence({ agent, baseline }: CacheLine): SafeText {
  const value = baseline === null ? choiceWords.inherit.label : safeText(typeof baseline.value === 'string' ? baseline.value : JSON.stringify(baseline.value));
  return say`${safeText(agent.model.ref)}: ${value}`;
}

/** Each choice with what it means and what it would do: there is no highlighted line whose effect could be looked at. */
function menuPart({ facts }: EditorState, { target, highlighted }: ScreenOf<'menu'>): Part {
  const answers = choices.map((id): Answer<EditorEvent> => {
    const now = id === highlighted ? say` (${linearWords.cacheAnswers.present})` : say``;
    return { label: say`${choiceWords[id].label}${now}: ${choiceWords[id].meaning}`, description: effectText(previewOf(facts, target, id)), events: [{ type: 'choose', choice: id }] };
  });
  const costs: readonly Answer<EditorEvent>[] = target.kind === 'agent' ? [{ label: linearWords.cacheAnswers.advise, events: [{ type: 'back' }, { type: 'advise' }] }] : [];
  return { key: ['menu', target], rows: refusalsOnce(choices.map((id) => previewOf(facts, target, id))), question: choice([...answers, ...costs]) };
}

/** What a choice would do; why one cannot be chosen stands above the choices, once. */
function effectText(preview: Preview): SafeText {
  if (preview.state === 'refused') return say`${wordMarks.attention} ${linearWords.cacheAnswers.refused}`;
  return safeText(previewRows(preview, lineCells, wordMarks).map(rowText).join(' '));
}

function refusalsOnce(previews: readonly Preview[]): readonly Row[] {
  const sentences = previews.flatMap((preview) => {
    if (preview.state !== 'refused') return [];
    const { title, advice } = cacheRefusalWords(preview.reason);
    return [say`${title} ${advice}`];
  });
  return [...new Set(sentences)].flatMap((text) => marked({ text: wordMarks.attention }, text, lineCells));
}

function advicePart({ facts, lines, selected }: EditorState, screen: ScreenOf<'advice'>): Part {
  const item = lines[selected];
  const slide = (label: SafeText, which: 'every' | 'prefix', by: 1 | -1): Answer<EditorEvent> => ({ label, events: [{ type: 'slide', which, by }] });
  const words = linearWords.cacheAnswers;
  return {
    key: ['advice', screen.sliders, screen.usage],
    rows: item === undefined ? [] : adviceRows(facts.snapshot, item, screen, lineCells, wordMarks),
    question: choice([
      { label: words.change, events: [{ type: 'edit-agent' }] },
      slide(words.rarer, 'every', 1),
      slide(words.oftener, 'every', -1),
      slide(words.longer, 'prefix', 1),
      slide(words.shorter, 'prefix', -1),
    ]),
  };
}

function migratePart({ effects }: ScreenOf<'migrate'>): Part {
  return {
    key: ['migrate'],
    rows: [line(editorWords.migrateMeaning), ...refusalsOnce(keeps.map((keep) => effects[keep]))],
    question: choice(
      keeps.map((keep) => ({
        label: editorWords.keep[keep].label,
        description: effectText(effects[keep]),
        events: [{ type: 'keep', keep }],
      })),
    ),
  };
}

function reviewPart({ facts }: EditorState, { plan, saving, replanned, trouble }: ScreenOf<'review'>): Part {
  if (plan.state === 'refused') {
    const { title, advice } = cacheRefusalWords(plan.reason);
    return { key: ['review', plan], rows: [...marked({ text: wordMarks.bad }, title, lineCells), line(advice)], question: choice<EditorEvent>([]) };
  }
  if (saving.state !== 'idle') return { key: ['review', 'saving'], rows: [line(linearWords.saving)], question: { kind: 'wait' } };
  return {
    key: ['review', plan, trouble],
    rows: [
      ...(replanned ? marked({ text: wordMarks.attention }, reviewWords.replanned, lineCells) : []),
      ...troubleRows(trouble),
      ...reviewRows(plan, facts.snapshot.installation.home, lineCells, wordMarks),
    ],
    question: choice([{ label: linearWords.answers.write, events: [{ type: 'continue' }] }]),
  };
}

function troubleRows(trouble: ScreenOf<'review'>['trouble']): readonly Row[] {
  if (trouble === null) return [];
  const { title, advice } = applyResultWords(trouble);
  return [...marked({ text: wordMarks.bad }, title, lineCells), line(advice)];
}
