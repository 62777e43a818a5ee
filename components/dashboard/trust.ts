import { classifyBaseUrl } from '../../src/anthropic/base-url.ts';
import { onboardWords } from '../../src/words/onboard.ts';
import { trustWords } from '../../src/words/wizard.ts';
import type { MenuItem } from '../parts/Menu.tsx';
import { marked, wrapped, type Row } from '../parts/rows.ts';
import type { Marks } from '../theme.ts';
import { canSaveAnyway } from './actions/rotation.ts';
import type { DashboardEvent, DashboardState } from './state.ts';

export interface TrustChoice extends MenuItem {
  readonly event: DashboardEvent;
}

/** Back comes first; an address that must not get a secret is not offered. A new secret can be saved unchecked. */
export function trustChoices({ snapshot, mode }: DashboardState): readonly TrustChoice[] {
  const back: TrustChoice = { id: 'back', label: trustWords.back, description: trustWords.backFor, event: { type: 'back' } };
  const send: TrustChoice = { id: 'trust', label: trustWords.send, description: trustWords.sendFor, event: { type: 'trust' } };
  const unchecked: readonly TrustChoice[] = canSaveAnyway(mode) ? [{ id: 'unchecked', label: trustWords.unchecked, description: trustWords.uncheckedFor, event: { type: 'save-anyway' } }] : [];
  return classifyBaseUrl(snapshot.baseUrl).kind === 'refused' ? [back, ...unchecked] : [back, send, ...unchecked];
}

/** Whose server would get the credential. */
export function trustRows({ snapshot }: DashboardState, columns: number, marks: Marks): readonly Row[] {
  const { kind, shown } = classifyBaseUrl(snapshot.baseUrl);
  if (kind === 'refused') {
    return [...marked({ text: marks.bad, tone: 'bad' }, trustWords.refused(shown), columns, 'bad', true), ...wrapped(onboardWords.refusedBaseUrlAdvice, columns)];
  }
  const title = marked({ text: marks.attention, tone: 'attention' }, trustWords.title, columns, 'attention', true);
  return [...title, ...wrapped(trustWords.foreign(shown), columns), ...wrapped(trustWords.foreignAdvice, columns)];
}
