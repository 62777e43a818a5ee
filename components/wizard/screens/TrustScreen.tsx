import { use } from 'react';
import { classifyBaseUrl } from '../../../src/anthropic/base-url.ts';
import { onboardWords } from '../../../src/words/onboard.ts';
import { trustWords } from '../../../src/words/wizard.ts';
import { LinesAndMenu } from '../../parts/LinesAndMenu.tsx';
import type { MenuItem } from '../../parts/Menu.tsx';
import { marked, type Row } from '../../parts/rows.ts';
import { marksFor, ThemeContext, type Marks } from '../../theme.ts';
import type { ScreenProps } from './screen-props.ts';

const back: MenuItem = { id: 'back', label: trustWords.back, description: trustWords.backFor };
const send: MenuItem = { id: 'continue', label: trustWords.send, description: trustWords.sendFor };
const unchecked: MenuItem = { id: 'save-anyway', label: trustWords.unchecked, description: trustWords.uncheckedFor };

/** Asks before a secret goes to an address that is not Anthropic's; an address that must not get one is only named. */
export function TrustScreen({ state, dispatch, columns, rows }: ScreenProps<'trust'>) {
  const marks = marksFor(use(ThemeContext));
  const baseUrl = classifyBaseUrl(state.facts.snapshot.baseUrl);
  return (
    <LinesAndMenu
      lines={trustRows(baseUrl, columns, marks)}
      items={baseUrl.kind === 'refused' ? [back, unchecked] : [back, send, unchecked]}
      columns={columns}
      rows={rows}
      onSelect={(id) => dispatch({ type: id === 'continue' ? 'continue' : id === 'save-anyway' ? 'save-anyway' : 'back' })}
    />
  );
}

function trustRows({ kind, shown }: ReturnType<typeof classifyBaseUrl>, columns: number, marks: Marks): readonly Row[] {
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
