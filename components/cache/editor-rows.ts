import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { widest } from '../../src/terminal/width.ts';
import { cacheCommandWords, cacheRefusalWords, cacheWarningWords, effectWords, originWords, placeOfStanding, standingWords, tableWords, wireWords } from '../../src/words/cache-editor.ts';
import { editorWords } from '../../src/words/cache-screens.ts';
import { valueWords } from '../../src/words/cache.ts';
import { routeErrorWords } from '../../src/words/route-error.ts';
import { routeWarningWords } from '../../src/words/route-warning.ts';
import type { CacheFacts, CachePlan } from '../../src/changes/cache-plan.ts';
import { configError } from '../../src/rules/cache/config-error.ts';
import type { CacheEffect, CacheLine } from '../../src/rules/cache-table.ts';
import { tableRows } from '../dashboard/list-rows.ts';
import { textCell, type Column } from '../dashboard/table-columns.ts';
import { blankRow, labelled, line, marked, wrapped, type Row } from '../parts/rows.ts';
import { fileChangeRows } from '../review/change-rows.ts';
import type { Marks, Tone } from '../theme.ts';
import type { EditorState, Preview } from './state.ts';

/** More effects than this are counted, not listed. */
const listedEffects = 6;

/** So many agents stay in sight in a low window. */
const fewestAgents = 3;

/** clawdial explain tells all of them. */
const shownWarnings = 2;

const columns: readonly Column<CacheLine>[] = [
  { id: 'agent', title: tableWords.agent, width: 12, least: 8, most: 30, priority: 0, cell: ({ agent }) => textCell(safeText(agent.id)) },
  { id: 'baseline', title: tableWords.baseline, width: 8, priority: 4, cell: ({ baseline }) => textCell(settingWords(baseline)) },
  { id: 'override', title: tableWords.override, width: 8, priority: 3, cell: ({ override }) => textCell(settingWords(override)) },
  { id: 'effective', title: tableWords.effective, width: 9, priority: 0, cell: ({ effective }) => textCell(effective === null ? say`–` : safeText(effective)) },
  { id: 'wire', title: tableWords.onWire, width: 11, priority: 2, cell: (item) => textCell(wireWords(item)) },
  { id: 'from', title: tableWords.from, width: 15, priority: 1, cell: (item) => textCell(originWords(item), 'muted') },
  { id: 'model', title: tableWords.model, width: 26, most: 40, priority: 5, cell: ({ agent }) => textCell(safeText(agent.model.ref), 'muted') },
];

function settingWords(layer: CacheLine['baseline']): SafeText {
  if (layer === null) return say`–`;
  return typeof layer.value === 'string' ? safeText(layer.value) : valueWords(layer.value);
}

/** The table, what decides for the selected agent, and what the last action came to. */
export function tableScreenRows({ facts, lines, selected, message, undoing }: EditorState, width: number, rows: number, marks: Marks): readonly Row[] {
  const above = refusedRows(facts, width, marks);
  const chosen = lines[selected];
  const about = chosen === undefined ? [] : aboutRows(chosen, width, marks);
  const said: readonly Row[] = undoing ? [line(editorWords.undoing, 'muted')] : message === null ? [] : wrapped(message.text, width, message.tone);
  // In a low window the end of what decides is cut: the table is there to choose from, and what was done must be seen.
  const below = [...(said.length === 0 ? [] : [blankRow, ...said]), ...(about.length === 0 ? [] : [blankRow, ...about])];
  const room = Math.max(Math.min(fewestAgents, lines.length), rows - 1 - above.length - below.length);
  const list = { items: lines, columns, markOf: markOf(marks), selected, isFocused: true, empty: editorWords.noAgents };
  return [...above, ...tableRows(list, width, room, marks), ...below].slice(0, rows);
}

/** A config that this OpenClaw does not take: what the table says holds when that is mended. */
function refusedRows({ snapshot }: CacheFacts, width: number, marks: Marks): readonly Row[] {
  const error = configError(snapshot);
  if (error === null) return [];
  const { title, advice } = routeErrorWords(error, safeText(snapshot.installation.version.text));
  return [...marked({ text: marks.bad, tone: 'bad' }, say`${title} ${advice}`, width), blankRow];
}

function markOf(marks: Marks): (item: CacheLine) => { readonly text: SafeText; readonly tone: Tone } {
  return ({ warnings }) => (warnings.length > 0 ? { text: marks.attention, tone: 'attention' } : { text: say` `, tone: 'muted' });
}

/** Now, the place that decides, and what one would not expect. */
function aboutRows(item: CacheLine, width: number, marks: Marks): readonly Row[] {
  const labels = widest([editorWords.now, editorWords.place]);
  return [
    ...labelled(editorWords.now, standingWords(item), labels, width),
    ...labelled(editorWords.place, placeOfStanding(item), labels, width),
    ...item.warnings.slice(0, shownWarnings).flatMap((warning) => marked({ text: marks.attention, tone: 'attention' }, routeWarningWords(warning), width)),
  ];
}

/** What a choice would do, before it is planned. */
export function previewRows(preview: Preview, width: number, marks: Marks): readonly Row[] {
  if (preview.state === 'refused') {
    const { title, advice } = cacheRefusalWords(preview.reason);
    return [...marked({ text: marks.attention, tone: 'attention' }, title, width, 'attention'), ...wrapped(advice, width)];
  }
  return preview.effects.length === 0 ? [line(say`${editorWords.would}: ${editorWords.same}`, 'muted')] : [line(say`${editorWords.would}:`, 'muted'), ...effectRows(preview.effects, width)];
}

function effectRows(effects: readonly CacheEffect[], width: number): readonly Row[] {
  const listed = effects.slice(0, listedEffects).flatMap((effect) => wrapped(effectWords(effect), width, 'accent'));
  return effects.length <= listedEffects ? listed : [...listed, line(editorWords.more(effects.length - listedEffects), 'muted')];
}

/** The change in words, its warnings, then each file with its diff. */
export function reviewRows(plan: Extract<CachePlan, { readonly state: 'planned' }>, home: string, width: number, marks: Marks): readonly Row[] {
  const changing = plan.change.files.filter(({ changes }) => changes);
  if (changing.length === 0) return [line(editorWords.nothing)];
  const effects = plan.effects.length === 0 ? [line(cacheCommandWords.noEffect, 'muted')] : effectRows(plan.effects, width);
  const warnings = plan.warnings.flatMap((warning) => marked({ text: marks.attention, tone: 'attention' }, cacheWarningWords(warning), width));
  // What it brings about stands before how it is written: a warning below a long diff would not be read.
  return [...effects, ...(warnings.length === 0 ? [] : [blankRow, ...warnings]), blankRow, ...changing.flatMap((file) => fileChangeRows(file, home, width))];
}
