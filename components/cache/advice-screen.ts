import { pricesAsOf } from '../../src/anthropic/models.ts';
import type { Snapshot } from '../../src/openclaw/snapshot.ts';
import type { Retention } from '../../src/rules/cache/retention.ts';
import { adviceFor, heartbeatMs, missesEveryTime } from '../../src/rules/cache-advice.ts';
import type { CacheLine } from '../../src/rules/cache-table.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { dollarsWords } from '../../src/words/amounts.ts';
import { adviceWords, placeRemarks, sourcesWords } from '../../src/words/cache-advice.ts';
import { choiceWords } from '../../src/words/cache-editor.ts';
import { durationWords } from '../../src/words/duration.ts';
import { blankRow, cell, line, marked, wrapped, type Row } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';

/** Positions of the two sliders. */
export interface Sliders {
  readonly every: number;
  readonly prefix: number;
}

const minuteMs = 60_000;
const intervalsMs = [1, 2, 5, 6, 10, 15, 30, 45, 60, 61, 90, 120, 240, 480, 1440].map((minutes) => minutes * minuteMs);
const prefixes = [500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000];
const firstPrefix = prefixes.indexOf(20_000);

/** The sliders where they stand at first: at the agent's heartbeat, else at half an hour. */
export function firstSliders(snapshot: Snapshot, { agent }: CacheLine): Sliders {
  const beat = heartbeatMs(snapshot, agent) ?? 30 * minuteMs;
  const every = intervalsMs.findIndex((ms) => ms >= beat);
  return { every: every === -1 ? intervalsMs.length - 1 : every, prefix: firstPrefix };
}

/** One step along a slider, which ends at both of its ends. */
export function slid(sliders: Sliders, which: keyof Sliders, by: number): Sliders {
  const last = (which === 'every' ? intervalsMs : prefixes).length - 1;
  return { ...sliders, [which]: Math.max(0, Math.min(last, sliders[which] + by)) };
}

/** What each retention would cost the agent a day, the cheapest marked, and what to think of beside it. */
export function adviceRows(snapshot: Snapshot, item: CacheLine, sliders: Sliders, width: number, marks: Marks): readonly Row[] {
  const everyMs = intervalsMs[sliders.every] ?? 30 * minuteMs;
  const prefixTokens = prefixes[sliders.prefix] ?? 20_000;
  const ref = safeText(item.agent.model.ref);
  const { costs, best, minimumTokens } = adviceFor(item, { everyMs, prefixTokens });
  const beat = heartbeatMs(snapshot, item.agent);
  const late = beat !== null && item.ttl !== null && missesEveryTime(beat, item.ttl) ? [adviceWords.heartbeat(durationWords(beat), safeText(item.ttl))] : [];
  const short = minimumTokens === null ? [] : [adviceWords.tooShort(minimumTokens)];
  const notes = [...short, ...placeRemarks(item), ...late].flatMap((text) => marked({ text: marks.attention, tone: 'attention' }, text, width));
  return [
    line(adviceWords.title(safeText(item.agent.id), ref), 'muted'),
    blankRow,
    slider(adviceWords.everyLabel, durationWords(everyMs)),
    slider(adviceWords.prefixLabel, say`${prefixTokens}`),
    blankRow,
    ...(costs === null ? wrapped(adviceWords.unknownPrices(ref), width, 'attention') : retentions.map((name) => costRow(name, costs[name], name === best, name === item.effective, marks))),
    ...(notes.length === 0 ? [] : [blankRow, ...notes]),
    ...(costs === null ? [] : [blankRow, ...wrapped(adviceWords.regular, width, 'muted'), ...wrapped(adviceWords.prices(safeText(pricesAsOf.date), sourcesWords(pricesAsOf.sources)), width, 'muted')]),
  ];
}

const retentions: readonly Retention[] = ['none', 'short', 'long'];

function slider(label: SafeText, value: SafeText): Row {
  return [cell(label, 22, 'muted'), { text: say`< ${value} >`, tone: 'accent', bold: true }];
}

function costRow(name: Retention, cost: number, isBest: boolean, isSet: boolean, marks: Marks): Row {
  return [
    { text: isBest ? say`${marks.good} ` : say`  `, tone: 'good' },
    { ...cell(choiceWords[name].label, 6), bold: isBest },
    cell(adviceWords.perDay(dollarsWords(cost)), 16),
    { text: isBest ? (isSet ? adviceWords.bestAndSet : adviceWords.cheapestMark) : isSet ? adviceWords.setMark : say``, tone: 'muted' },
  ];
}
