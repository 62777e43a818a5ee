import { readCredential, type ReadCredential } from '../../src/anthropic/credential.ts';
import type { CredentialKind } from '../../src/anthropic/verdict.ts';
import { joinSafe, safeText } from '../../src/terminal/safe-text.ts';
import { diagnosisWords, removalWords, warningWords } from '../../src/words/credential.ts';
import { kindWords, pasteWords } from '../../src/words/wizard.ts';
import { marked, wrapped, type Row } from '../parts/rows.ts';
import { secretOf } from '../parts/secret-draft.ts';
import type { Marks, Tone } from '../theme.ts';
import type { Screen, WizardState } from './state.ts';

type PasteScreen = Extract<Screen, { readonly name: 'paste' }>;

/** A shorter text is still being typed, and is not called wrong before Enter. */
const pastedLength = 16;

/** What stands under the secret field. */
export interface PasteView {
  readonly reading: ReadCredential;
  /** Graphemes in the field. */
  readonly length: number;
  /** The kind that was asked for. */
  readonly wanted: CredentialKind;
  /** Enter was pressed on it. */
  readonly tried: boolean;
  readonly demo: boolean;
}

/** The kind that was asked for; what is pasted may be the other one. */
export function wantedKind({ answers }: PasteScreen): CredentialKind {
  return answers.choice.kind === 'variable' ? 'api-key' : answers.choice.kind;
}

/** What the field holds now, read. */
export function pasteViewOf({ settings }: WizardState, screen: PasteScreen): PasteView {
  const { draft, tried } = screen;
  return { reading: readCredential(secretOf(draft)), length: draft.length, wanted: wantedKind(screen), tried, demo: settings.demo !== null };
}

/** Kind, ends and length; what was taken out; what is unusual or wrong about it, and what to do. */
export function pasteRows(view: PasteView, columns: number, marks: Marks): readonly Row[] {
  const hints = view.length > 0 ? [] : [...wrapped(pasteWords.hint, columns, 'muted'), ...(view.demo ? wrapped(pasteWords.demoHint, columns, 'muted') : [])];
  return [...hints, ...credentialRows(view, columns), ...troubleRows(view, columns, marks)];
}

function credentialRows({ reading, wanted }: PasteView, columns: number): readonly Row[] {
  const { diagnosis, summary, removed } = reading;
  if (diagnosis.state !== 'usable' && diagnosis.state !== 'truncated') return [];
  const removals = joinSafe(removed.map(removalWords), safeText(', '));
  return [
    ...wrapped(pasteWords.read(kindWords[diagnosis.kind], summary.fingerprint, summary.length), columns, diagnosis.state === 'usable' ? 'good' : 'text'),
    ...(removed.length === 0 ? [] : wrapped(pasteWords.removed(removals), columns, 'muted')),
    ...(diagnosis.kind === wanted ? [] : wrapped(pasteWords.otherKind[diagnosis.kind], columns, 'attention')),
  ];
}

function troubleRows({ reading, length, tried }: PasteView, columns: number, marks: Marks): readonly Row[] {
  const { diagnosis } = reading;
  const attention = { text: marks.attention, tone: 'attention' } as const;
  if (diagnosis.state === 'usable') return diagnosis.warnings.flatMap((warning) => marked(attention, warningWords(warning), columns));
  if (!tried && (diagnosis.state === 'empty' || length < pastedLength)) return [];
  const { title, advice } = diagnosisWords(diagnosis);
  const tone: Tone = diagnosis.state === 'wrong' ? 'bad' : 'attention';
  const mark = diagnosis.state === 'wrong' ? { text: marks.bad, tone } : attention;
  return [...marked(mark, title, columns, tone, true), ...marked({ text: safeText(' ') }, advice, columns)];
}
