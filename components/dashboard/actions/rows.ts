import { readCredential } from '../../../src/anthropic/credential.ts';
import { joinSafe, say, type SafeText } from '../../../src/terminal/safe-text.ts';
import { actionWords } from '../../../src/words/actions.ts';
import { entryName } from '../../../src/words/dashboard.ts';
import { menuMeaning } from '../../../src/words/dashboard-meaning.ts';
import { nameWords } from '../../../src/words/wizard.ts';
import { profileEffectWords, profileRefusalWords, profileWarningWords } from '../../../src/words/profiles.ts';
import { isEmptyChange } from '../../../src/changes/is-empty.ts';
import type { ProfilePlan } from '../../../src/changes/profiles/profile-plan.ts';
import { blankRow, heading, line, marked, wrapped, wrapText, type Row } from '../../parts/rows.ts';
import { secretOf } from '../../parts/secret-draft.ts';
import { commandRows, fileChangeRows } from '../../review/change-rows.ts';
import type { Marks } from '../../theme.ts';
import { endWords } from '../../wizard/name-answers.ts';
import { pasteRows } from '../../wizard/paste-rows.ts';
import type { View } from '../view-context.ts';
import { takesSecret } from './choices.ts';
import type { ActionMode } from './state.ts';

/** More agents than this are counted, not listed. */
const listedAgents = 6;

/** Above the menu of what can be done: which profile it is, and how it stands. */
export function actionRows({ state, columns }: Pick<View, 'state' | 'columns'>, { entry }: Extract<ActionMode, { readonly name: 'actions' }>): readonly Row[] {
  const now = state.entries.find(({ key }) => key === entry.key) ?? entry;
  return [...wrapText(actionWords.title(entryName(entry)), columns).map(heading), ...wrapped(menuMeaning(now, state.now, takesSecret(state, now)), columns, 'muted')];
}

/** Under the field for a new secret: what was read in it. */
export function secretRows({ columns, marks }: Pick<View, 'columns' | 'marks'>, { entry, draft, tried }: Extract<ActionMode, { readonly name: 'secret' }>): readonly Row[] {
  const wanted = entry.type === 'token' ? 'setup-token' : 'api-key';
  return pasteRows({ reading: readCredential(secretOf(draft)), length: draft.length, wanted, tried, demo: false }, columns, marks);
}

/** Under the field for a token's lifetime: the end that it would record, and what is not known of it. */
export function lifetimeRows({ text, proved }: Pick<Extract<ActionMode, { readonly name: 'lifetime' }>, 'text' | 'proved'>, now: number, columns: number): readonly Row[] {
  const unproved = proved ? [] : wrapped(actionWords.unproved, columns, 'attention');
  return [...wrapped(endWords(text, now, nameWords.noEnd, nameWords.recordedEnd), columns), ...unproved, ...wrapped(actionWords.lifetimeHint, columns, 'muted')];
}

/** What the change brings about, then how it is written. */
export function planRows(plan: Extract<ProfilePlan, { readonly state: 'planned' }>, home: string, columns: number, marks: Marks): readonly Row[] {
  const changing = plan.change.files.filter(({ changes }) => changes);
  if (isEmptyChange(plan.change)) return [line(actionWords.nothingToDo)];
  const warnings = plan.warnings.flatMap((warning) => marked({ text: marks.attention, tone: 'attention' }, profileWarningWords(warning), columns));
  const files = changing.flatMap((file, index) => [...(index === 0 ? [] : [blankRow]), ...fileChangeRows(file, home, columns)]);
  return [...effectRows(plan, columns), ...(warnings.length === 0 ? [] : [blankRow, ...warnings]), blankRow, ...commandRows(plan.change.commands ?? [], columns), ...files];
}

function effectRows({ effects }: Extract<ProfilePlan, { readonly state: 'planned' }>, columns: number): readonly Row[] {
  if (effects.length === 0) return wrapped(actionWords.noEffect, columns, 'muted');
  const listed = effects.slice(0, listedAgents).flatMap((effect) => wrapped(say`  ${profileEffectWords(effect)}`, columns, 'accent'));
  const more = effects.length > listedAgents ? [line(say`  ${actionWords.more(effects.length - listedAgents)}`, 'muted')] : [];
  return [line(actionWords.agentsUse, 'muted'), ...listed, ...more];
}

/** Why there is no plan, in one paragraph. */
export function refusalText(plan: Extract<ProfilePlan, { readonly state: 'refused' }>): SafeText {
  const { title, advice } = profileRefusalWords(plan.reason);
  return joinSafe([title, advice], say` `);
}
