import { wrapText } from '../../../components/parts/rows.ts';
import type { Finding, Severity } from '../../rules/doctor/finding.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { cellWidth } from '../../terminal/width.ts';
import { placeWords } from '../../words/cache.ts';
import { doctorWords } from '../../words/doctor.ts';
import { withoutSecrets } from '../../words/neutral/without-secrets.ts';
import { findingText } from '../../words/doctor-finding.ts';
import type { TextStyle } from '../output.ts';
import { indented, type StyledLine } from '../styled-lines.ts';
import type { PlacedFinding } from './placed-finding.ts';

/** How the findings are to be shown. */
export interface FindingLook {
  readonly columns: number;
  readonly unicode: boolean;
  readonly shorten: (path: string) => string;
  /** Epoch ms. */
  readonly now: number;
  /** True where the next question is what to do. */
  readonly withoutCommand?: boolean;
}

const styles: Readonly<Record<Severity, TextStyle>> = { problem: 'red', warning: 'yellow', note: 'dim' };
const marks: Readonly<Record<Severity, readonly [string, string]>> = { problem: ['✗', 'x'], warning: ['!', '!'], note: ['·', '-'] };

/** Agents named before the rest is counted. */
const agentsShown = 6;

/**
 * Findings, a block each: where and which check, what is so, and one thing to do. Those that say the same of several
 * places are one block. Commands are never broken.
 */
export function findingBlocks(placed: readonly PlacedFinding[], look: FindingLook): readonly (readonly StyledLine[])[] {
  const blocks = new Map<string, { readonly titles: StyledLine[]; readonly body: readonly StyledLine[] }>();
  for (const one of placed) {
    const body = bodyOf(one, look);
    const key = JSON.stringify([one.finding.code, body]);
    const block = blocks.get(key) ?? { titles: [], body };
    block.titles.push(...titleLines(one, look));
    blocks.set(key, block);
  }
  return [...blocks.values()].map(({ titles, body }) => [...titles, ...body]);
}

/** What mends it: by the doctor where it can, else by one command of somebody else, else by hand. */
export function whatToDo(finding: Finding, now: number): { readonly message: SafeText; readonly advice: SafeText | null; readonly command: SafeText | null } {
  const { message, advice, commands } = findingText(finding, now);
  if (finding.mend !== null) return { message, advice: null, command: say`clawdial doctor --fix --only ${safeText(finding.code)}` };
  return { message, advice, command: commands.length === 0 ? null : joinSafe(commands, say` && `) };
}

function bodyOf({ finding, path }: PlacedFinding, { columns, now, shorten, withoutCommand = false }: FindingLook): readonly StyledLine[] {
  const { agents } = finding;
  const { command, ...told } = whatToDo(finding, now);
  const message = withShortPaths(told.message, shorten);
  const advice = told.advice === null ? null : withShortPaths(told.advice, shorten);
  return [
    ...indented(message, 4, columns),
    ...(path === null && agents.length > 0 ? indented(doctorWords.agents(agentList(agents)), 4, columns, 'dim') : []),
    ...(advice === null || withoutCommand ? [] : indented(advice, 4, columns)),
    ...(command === null || withoutCommand ? [] : [[{ text: say`    ` }, { text: command, style: 'bold' as const }]]),
  ];
}

/** Paths in a sentence as they are shown elsewhere; in a command they stay whole. */
function withShortPaths(text: SafeText, shorten: (path: string) => string): SafeText {
  return safeText(text.replace(/(?<![\w.~])\/[^\s"',;:()]+/g, (path) => shorten(path)));
}

/** The place and, at the end of the line, the check; where both do not fit, under each other. */
function titleLines({ finding: { code: name, severity }, path, line }: PlacedFinding, { columns, unicode, shorten }: FindingLook): readonly StyledLine[] {
  const code = safeText(name);
  const place = path === null ? null : placeWords(withoutSecrets(safeText(shorten(path))), line);
  const [drawn, ascii] = marks[severity];
  const head = { text: say`${safeText(unicode ? drawn : ascii)} `, style: styles[severity] };
  if (place === null) return [[head, { text: code, style: 'bold' }]];
  const gap = columns - 2 - cellWidth(place) - cellWidth(code);
  if (gap >= 2) return [[head, { text: place, style: 'bold' }, { text: safeText(' '.repeat(gap)) }, { text: code, style: 'dim' }]];
  const [first = place, ...rest] = wrapText(place, Math.max(1, columns - 2));
  return [
    [head, { text: first, style: 'bold' }],
    ...rest.map((text): StyledLine => [{ text: say`  ` }, { text, style: 'bold' }]),
    [{ text: say`  ` }, { text: code, style: 'dim' }],
  ];
}

function agentList(ids: readonly string[]): SafeText {
  const shown = withoutSecrets(joinSafe(ids.slice(0, agentsShown).map(safeText), say`, `));
  return ids.length > agentsShown ? say`${shown} ${doctorWords.andMore(ids.length - agentsShown)}` : shown;
}
