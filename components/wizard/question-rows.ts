import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import { describeObstacle } from '../../src/words/obstacle.ts';
import { onboardWords } from '../../src/words/onboard.ts';
import { agentsWords, chooseWords, trustWords } from '../../src/words/wizard.ts';
import { heading, marked, wrapped, wrapText, type Row } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';
import type { WizardFacts } from './state.ts';

/** Above the kinds of credential: the question, or why nothing can be set up here. */
export function chooseRows({ obstacle, snapshot }: WizardFacts, columns: number, marks: Marks): readonly Row[] {
  if (obstacle === null) return [heading(chooseWords.title)];
  return marked({ text: marks.attention, tone: 'attention' }, describeObstacle(obstacle, snapshot).title, columns, 'attention');
}

/** Above the agents. */
export function agentsRows(columns: number): readonly Row[] {
  return [...wrapText(agentsWords.title, columns).map(heading), ...wrapped(agentsWords.explanation, columns, 'muted')];
}

/** Whose server would get the credential; an address that must not get one is only named. */
export function trustRows({ snapshot }: WizardFacts, columns: number, marks: Marks): readonly Row[] {
  const { kind, shown } = classifyBaseUrl(snapshot.baseUrl);
  const below = { text: trustWords.nothing };
  if (kind === 'refused') {
    return [
      ...marked({ text: marks.bad, tone: 'bad' }, trustWords.refused(shown), columns, 'bad', true),
      ...marked(below, onboardWords.refusedBaseUrlAdvice, columns),
    ];
  }
  return [
    ...marked({ text: marks.attention, tone: 'attention' }, trustWords.title, columns, 'attention', true),
    ...marked(below, trustWords.foreign(shown), columns),
    ...marked(below, trustWords.foreignAdvice, columns),
  ];
}
