import { parseLifetime } from '../../src/rules/duration.ts';
import { profileTypes } from '../../src/rules/profile-types.ts';
import { safeText, say, type SafeText } from '../../src/terminal/safe-text.ts';
import { dateWords } from '../../src/words/date.ts';
import { nameWords } from '../../src/words/wizard.ts';
import type { KeyValue } from '../parts/KeyValues.tsx';
import { fieldsOf } from './name-form.ts';
import type { NameField, Screen, WizardFacts } from './state.ts';

type NameScreen = Extract<Screen, { readonly name: 'name' }>;

/** The fields before the present one, as answered. */
export function answeredFields({ snapshot }: WizardFacts, { form, answers }: NameScreen): readonly KeyValue[] {
  const fields = fieldsOf(answers.credential.kind);
  const values: Readonly<Record<NameField, readonly KeyValue[]>> = {
    'profile-id': [{ label: nameWords.profileId, value: safeText(form.profileId) }],
    expiry: [{ label: nameWords.ends, value: endWords(form.expiry, snapshot.takenAt, nameWords.never, nameWords.endsOn) }],
    model: [],
  };
  return fields.slice(0, fields.indexOf(form.field)).flatMap((field) => values[field]);
}

/** What stands under the field of the id: what it is for, or what saving under it replaces. */
export function profileIdHint({ snapshot }: WizardFacts, { form }: NameScreen): SafeText {
  const exists = profileTypes(snapshot).has(form.profileId);
  return exists && form.problem === null ? nameWords.replaces(safeText(form.profileId)) : nameWords.profileIdHint;
}

/** The end that the entered lifetime would record; nothing while it is no lifetime. */
export function recordedEnd({ snapshot }: WizardFacts, { form }: NameScreen): SafeText {
  return endWords(form.expiry, snapshot.takenAt, nameWords.noEnd, nameWords.recordedEnd);
}

/** The end that a lifetime comes to, in words; nothing while it is no lifetime. @param now epoch ms */
export function endWords(expiry: string, now: number, none: SafeText, until: (date: SafeText) => SafeText): SafeText {
  if (expiry.trim() === '') return none;
  const lifetime = parseLifetime(expiry);
  return lifetime === null ? say`` : until(dateWords(now + lifetime));
}
