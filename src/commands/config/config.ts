import { definitions, isPreferenceName, parsePreference, preferenceNames, refreshSeconds, typedPreference, type PreferenceName, type Preferences } from '../../preferences/definitions.ts';
import { preferencesPlace } from '../../preferences/place.ts';
import type { PreferenceFile } from '../../preferences/preferences.ts';
import { readPreferences } from '../../preferences/read-preferences.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { padToWidth, widest } from '../../terminal/width.ts';
import { listWords } from '../../words/cache.ts';
import { configWords } from '../../words/preferences.ts';
import { ExpectedFailure, exitCodes, type ExitCode } from '../failure.ts';
import { print, printJson } from '../output.ts';

/** `clawdial config`: every preference, what is chosen and what may be. Reads only. */
export function runConfigList(json: boolean): ExitCode {
  const { file } = preferencesPlace(process.env);
  const { preferences, notUnderstood } = readPreferences({ file });
  if (json) {
    printJson({ file, preferences: Object.fromEntries(preferenceNames.map((name) => [name, preferences[name] ?? null])), notUnderstood });
    return exitCodes.done;
  }
  const width = widest(preferenceNames.map((name) => safeText(name)));
  for (const name of preferenceNames) {
    const nothing = notUnderstood.includes(name) ? configWords.notUnderstood : configWords.notChosen;
    print(say`${padToWidth(safeText(name), width)}  ${shown(name, preferences) ?? nothing}`);
    print(say`  ${configWords.choices(configWords.meanings[name], choicesOf(name))}`);
  }
  print(configWords.keptIn(safeText(file)));
  return exitCodes.done;
}

/** `clawdial config get NAME`. @returns 1 when nothing is chosen. @throws ExpectedFailure for a name that is none */
export function runConfigGet(typedName: string, json: boolean): ExitCode {
  const name = requireName(typedName);
  const { preferences } = readPreferences(preferencesPlace(process.env));
  const value = shown(name, preferences);
  if (json) printJson({ name, value: preferences[name] ?? null });
  else if (value !== null) print(value);
  return value === null ? exitCodes.failed : exitCodes.done;
}

/** `clawdial config set NAME VALUE`. @throws ExpectedFailure for what is no preference or cannot be kept */
export async function runConfigSet(typedName: string, typed: string, json: boolean): Promise<ExitCode> {
  const name = requireName(typedName);
  const chosen = parsePreference(name, typed);
  if (chosen === null) throw new ExpectedFailure(exitCodes.usage, configWords.badValue(safeText(name), safeText(typed)), configWords.badValueAdvice(choicesOf(name)));
  const file = await openFile();
  if (!(await file.set(chosen))) throw notSaved();
  if (json) printJson({ name, value: chosen[name] ?? null });
  else print(configWords.saved(safeText(name), shown(name, chosen) ?? configWords.notChosen));
  return exitCodes.done;
}

/** `clawdial config unset NAME`. @throws ExpectedFailure for what is no preference or cannot be kept */
export async function runConfigUnset(typedName: string, json: boolean): Promise<ExitCode> {
  const name = requireName(typedName);
  const file = await openFile();
  if (!(await file.unset(name))) throw notSaved();
  if (json) printJson({ name, value: null });
  else print(configWords.takenBack(safeText(name)));
  return exitCodes.done;
}

async function openFile(): Promise<PreferenceFile> {
  const { openPreferences } = await import('../../preferences/preferences.ts');
  return openPreferences(process.env);
}

function requireName(typed: string): PreferenceName {
  if (isPreferenceName(typed)) return typed;
  throw new ExpectedFailure(exitCodes.usage, configWords.unknownName(safeText(typed)), configWords.unknownNameAdvice(listWords(preferenceNames)));
}

function notSaved(): ExpectedFailure {
  return new ExpectedFailure(exitCodes.failed, configWords.notSaved(safeText(preferencesPlace(process.env).file)), configWords.notSavedAdvice);
}

function shown(name: PreferenceName, preferences: Preferences): SafeText | null {
  const typed = typedPreference(name, preferences);
  return typed === null ? null : safeText(typed);
}

function choicesOf(name: PreferenceName): SafeText {
  return name === 'refresh' ? configWords.range(refreshSeconds.least, refreshSeconds.most) : listWords(definitions[name].choices);
}
