import type { CheckReport, CheckStep, Finding, QuotaWindow, RateLimit } from '../../src/anthropic/verdict.ts';
import { say, type SafeText } from '../../src/terminal/safe-text.ts';
import { widest } from '../../src/terminal/width.ts';
import { millisecondsWords, numberWords } from '../../src/words/amounts.ts';
import { durationWords, waitWords } from '../../src/words/duration.ts';
import { checkWords } from '../../src/words/wizard.ts';
import { barSpans } from '../parts/bar-spans.ts';
import { blankRow, cell, marked, type Row, type Span } from '../parts/rows.ts';
import type { Marks, Tone } from '../theme.ts';

/** Below this many columns times and resets are left out. */
const narrow = 60;

/** The steps so far, each with its result and time. @param spinner the mark of the step that runs */
export function stepRows(steps: readonly CheckStep[], spinner: SafeText, columns: number, marks: Marks): readonly Row[] {
  const width = Math.min(columns - 4, widest(Object.values(checkWords.steps)));
  return steps.map((step): Row => {
    const name = checkWords.steps[step.step];
    if (step.state === 'running') return [{ text: say`${spinner} `, tone: 'accent' }, { text: name }];
    if (step.state === 'skipped') return [{ text: say`${marks.dash} ${name}: ${checkWords.skipped}`, tone: 'muted' }];
    const passed = step.state === 'passed';
    const time = columns < narrow || step.step === 'offline' ? say`` : millisecondsWords(Math.round(step.durationMs));
    return [
      { text: say`${passed ? marks.good : marks.bad} `, tone: passed ? 'good' : 'bad' },
      cell(name, width),
      { text: time, tone: 'muted' },
    ];
  });
}

/** What the check proved, what to do, and what the server said about limits. @param now epoch ms */
export function outcomeRows(report: CheckReport, depth: 'models' | 'message', now: number, columns: number, marks: Marks): readonly Row[] {
  const tone = verdictTone(report);
  const mark: Span = { text: tone === 'good' ? marks.good : tone === 'bad' ? marks.bad : marks.attention, tone };
  const title = report.verdict === 'valid' && depth === 'models' ? checkWords.listOnly : checkWords.verdicts[report.verdict];
  const details = [
    ...findingSentences(report.finding).map((text) => ({ text, tone: 'text' as const })),
    ...report.requestIds.slice(-1).map((id) => ({ text: checkWords.requestId(id), tone: 'muted' as const })),
  ];
  const limits = [...report.quota.map((window) => quotaRow(window, now, columns, marks)), ...report.limits.map((limit) => limitRow(limit))];
  return [
    ...marked(mark, title, columns, tone, true),
    ...details.flatMap((detail) => marked({ text: say` ` }, detail.text, columns, detail.tone)),
    ...(limits.length === 0 ? [] : [blankRow, ...limits]),
  ];
}

function findingSentences(finding: Finding | null): readonly SafeText[] {
  if (finding === null) return [];
  const wait = finding.retryAfterSeconds === null ? [] : [checkWords.retryAfter(waitWords(finding.retryAfterSeconds * 1000))];
  return [finding.meaning, finding.advice, ...wait, ...(finding.detail === null ? [] : [checkWords.quoted(finding.detail)])];
}

function quotaRow({ window, utilization, resetsAt }: QuotaWindow, now: number, columns: number, marks: Marks): Row {
  const reset = resetsAt === null || columns < narrow ? say`` : checkWords.resetsIn(durationWords(resetsAt - now));
  return [{ text: say`  ` }, cell(checkWords.quotaWindow(window), limitWidth), ...barSpans(utilization, columns < narrow ? 10 : 20, marks), { text: say`   ${reset}`, tone: 'muted' }];
}

function limitRow({ what, limit, remaining }: RateLimit): Row {
  const left = checkWords.left(numberWords(remaining), numberWords(limit));
  return [{ text: say`  ` }, cell(what, limitWidth, 'muted'), { text: left }];
}

const limitWidth = 14;

function verdictTone({ verdict }: CheckReport): Tone {
  if (verdict === 'valid') return 'good';
  return verdict === 'rejected' || verdict === 'refused' ? 'bad' : 'attention';
}
