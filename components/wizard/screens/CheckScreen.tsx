import { Box, useInput } from 'ink';
import { use } from 'react';
import { classifyBaseUrl } from '../../../src/anthropic/base-url.ts';
import type { CheckReport, CheckStep, CheckStepName } from '../../../src/anthropic/verdict.ts';
import { say, safeText } from '../../../src/terminal/safe-text.ts';
import { padToWidth } from '../../../src/terminal/width.ts';
import { durationWords } from '../../../src/words/en/duration.ts';
import { checkWords } from '../../../src/words/en/wizard.ts';
import { Bar } from '../../parts/Bar.tsx';
import { Menu } from '../../parts/Menu.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { Spinner } from '../../parts/Spinner.tsx';
import { Text } from '../../parts/Text.tsx';
import { marksFor, ThemeContext, type Tone } from '../../theme.ts';
import type { WizardEvent } from '../state.ts';
import type { ScreenProps } from './screen-props.ts';

type CheckProps = ScreenProps<'check'>;

/** The live check, step by step, and what it proved. */
export function CheckScreen({ state, screen, dispatch, columns, rows }: CheckProps) {
  const { run } = screen;
  const report = run.state === 'finished' ? run.report : null;
  const isValid = report?.verdict === 'valid';
  useInput(
    (_input, key) => {
      if (key.return) dispatch({ type: 'continue' });
    },
    { isActive: isValid },
  );
  const place = classifyBaseUrl(state.facts.snapshot.baseUrl).shown;
  return (
    <Box flexDirection="column" flexShrink={0} rowGap={rows < 12 ? 0 : 1}>
      <Text bold wrap="cut">{checkWords.title(place)}</Text>
      <Box flexDirection="column" flexShrink={0}>
        {run.steps.map((step) => (
          <StepLine key={step.step} step={step} columns={columns} />
        ))}
      </Box>
      {report === null ? null : <Outcome report={report} now={state.facts.snapshot.takenAt} columns={columns} />}
      {report === null || isValid ? null : <WaysOn dispatch={dispatch} rows={Math.max(4, rows - run.steps.length - 7)} />}
    </Box>
  );
}

function StepLine({ step, columns }: { readonly step: CheckStep; readonly columns: number }) {
  const marks = marksFor(use(ThemeContext));
  const name = checkWords.steps[step.step];
  if (step.state === 'running') return <Spinner label={name} />;
  if (step.state === 'skipped') return <Text tone="muted" wrap="cut">{say`${marks.dash} ${name}: ${checkWords.skipped}`}</Text>;
  const time = columns < 60 || step.step === offline ? say`` : checkWords.milliseconds(Math.round(step.durationMs));
  const tone: Tone = step.state === 'passed' ? 'good' : 'bad';
  return (
    <Box flexShrink={0} height={1}>
      <Text tone={tone}>{say`${step.state === 'passed' ? marks.good : marks.bad} `}</Text>
      <Text wrap="cut">{padToWidth(name, Math.min(44, columns - 4))}</Text>
      <Text tone="muted" wrap="cut">{say` ${time}`}</Text>
    </Box>
  );
}

const offline: CheckStepName = 'offline';

function Outcome({ report, now, columns }: { readonly report: CheckReport; readonly now: number; readonly columns: number }) {
  const { verdict, finding, quota, limits, requestIds } = report;
  const advice = finding === null ? [] : [finding.meaning, finding.advice, ...(finding.detail === null ? [] : [checkWords.quoted(finding.detail)])];
  const lastRequest = requestIds.at(-1);
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Notice tone={verdictTone(report)} title={checkWords.verdicts[verdict]} advice={advice} />
      {lastRequest === undefined ? null : <Text tone="muted" wrap="cut">{say`  ${checkWords.requestId(lastRequest)}`}</Text>}
      {quota.map(({ window, utilization, resetsAt }) => (
        <Box key={window} flexShrink={0} columnGap={1} marginLeft={2}>
          <Text tone="muted">{padToWidth(checkWords.quotaWindow(window), 14)}</Text>
          <Bar value={utilization} width={columns < 60 ? 10 : 20} />
          {resetsAt === null || columns < 60 ? null : <Text tone="muted" wrap="cut">{checkWords.resetsIn(durationWords(resetsAt - now))}</Text>}
        </Box>
      ))}
      {limits.map(({ what, limit, remaining }) => (
        <Box key={what} flexShrink={0} columnGap={1} marginLeft={2}>
          <Text tone="muted">{padToWidth(what, 14)}</Text>
          <Text wrap="cut">{checkWords.left(safeText(remaining.toLocaleString('en')), safeText(limit.toLocaleString('en')))}</Text>
        </Box>
      ))}
    </Box>
  );
}

function verdictTone({ verdict }: CheckReport): Tone {
  if (verdict === 'valid') return 'good';
  return verdict === 'rejected' || verdict === 'refused' ? 'bad' : 'attention';
}

/** Saving all the same is possible, and never what Enter alone does. */
function WaysOn({ dispatch, rows }: { readonly dispatch: (event: WizardEvent) => void; readonly rows: number }) {
  const ways = {
    'check-again': { label: checkWords.again, description: checkWords.againFor },
    'edit-credential': { label: checkWords.edit, description: checkWords.editFor },
    'save-anyway': { label: checkWords.save, description: checkWords.saveFor },
    leave: { label: checkWords.leave, description: checkWords.leaveFor },
  } as const;
  const isWay = (id: string): id is keyof typeof ways => Object.hasOwn(ways, id);
  return (
    <Menu
      items={Object.entries(ways).map(([id, words]) => ({ id, ...words }))}
      rows={rows}
      onSelect={(id) => {
        if (isWay(id)) dispatch({ type: id });
      }}
    />
  );
}
