import { pricesAsOf } from '../../src/anthropic/models.ts';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import type { Retention } from '../../src/rules/cache/retention.ts';
import { adviceFor, heartbeatMs, missesEveryTime } from '../../src/rules/cache-advice.ts';
import type { CacheLine } from '../../src/rules/cache-table.ts';
import { credentialsFor } from '../../src/rules/candidates.ts';
import { payerOf } from '../../src/rules/payer.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { dollarsWords, numberWords } from '../../src/words/amounts.ts';
import { adviceWords, placeRemarks, sourcesWords, usageWords } from '../../src/words/cache-advice.ts';
import { choiceWords } from '../../src/words/cache-editor.ts';
import { durationWords } from '../../src/words/duration.ts';
import { blankRow, cell, line, marked, wrapped, type Row } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';
import { patternOf, type SliderPlace } from './sliders.ts';
import type { EditorScreen } from './state.ts';

type AdviceScreen = Extract<EditorScreen, { readonly name: 'advice' }>;

/** What each retention would cost the agent a day, the cheapest marked, and what to think of beside it. */
export function adviceRows(snapshot: Snapshot, item: CacheLine, { sliders, usage }: AdviceScreen, width: number, marks: Marks): readonly Row[] {
  const summary = usage.state === 'read' ? usage.summary : null;
  const pattern = patternOf(sliders, summary);
  const ref = safeText(item.agent.model.ref);
  const { costs, best, minimumTokens } = adviceFor(item, pattern);
  const beat = heartbeatMs(snapshot, item.agent);
  const late = beat !== null && item.ttl !== null && missesEveryTime(beat, item.ttl) ? [adviceWords.heartbeat(durationWords(beat), safeText(item.ttl))] : [];
  const short = minimumTokens === null ? [] : [adviceWords.tooShort(minimumTokens)];
  const plan = payerOf(credentialsFor(snapshot, item.agent, snapshot.takenAt)) === 'subscription' ? [adviceWords.plan] : [];
  const notes = [...plan, ...short, ...placeRemarks(item), ...late].flatMap((text) => marked({ text: marks.attention, tone: 'attention' }, text, width));
  return [
    line(adviceWords.title(safeText(item.agent.id), ref), 'muted'),
    blankRow,
    slider(say`${adviceWords.everyLabel} ${marks.across}`, durationWords(pattern.everyMs), sliders.every),
    slider(say`${adviceWords.prefixLabel} ${marks.upAndDown}`, numberWords(pattern.prefixTokens), sliders.prefix),
    ...usageRows(usage, width),
    blankRow,
    ...(costs === null ? wrapped(adviceWords.unknownPrices(ref), width, 'attention') : retentions.map((name) => costRow(name, costs[name], name === best, name === item.effective, marks))),
    ...(notes.length === 0 ? [] : [blankRow, ...notes]),
    ...(costs === null ? [] : [blankRow, ...wrapped(pattern.gaps === undefined ? adviceWords.regular : adviceWords.measuredGaps, width, 'muted'), ...wrapped(adviceWords.prices(safeText(pricesAsOf.date), sourcesWords(pricesAsOf.sources)), width, 'muted')]),
  ];
}

const retentions: readonly Retention[] = ['none', 'short', 'long'];

function slider(label: SafeText, value: SafeText, place: SliderPlace): Row {
  const measured: Row = place === 'measured' ? [{ text: say` ${adviceWords.measuredMark}`, tone: 'muted' }] : [];
  return [cell(label, 22, 'muted'), { text: say`< ${value} >`, tone: 'accent', bold: true }, ...measured];
}

function usageRows(usage: AdviceScreen['usage'], width: number): readonly Row[] {
  if (usage.state === 'reading') return [line(adviceWords.reading, 'muted')];
  return usage.summary === null ? [] : wrapped(usageWords(usage.summary), width, 'muted');
}

function costRow(name: Retention, cost: number, isBest: boolean, isSet: boolean, marks: Marks): Row {
  return [
    { text: isBest ? say`${marks.good} ` : say`  `, tone: 'good' },
    { ...cell(choiceWords[name].label, 6), bold: isBest },
    cell(adviceWords.perDay(dollarsWords(cost)), 16),
    { text: isBest ? (isSet ? adviceWords.bestAndSet : adviceWords.cheapestMark) : isSet ? adviceWords.setMark : say``, tone: 'muted' },
  ];
}
