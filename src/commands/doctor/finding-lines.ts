import type { Finding, Severity } from '../../rules/doctor/finding.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { cellWidth } from '../../terminal/width.ts';
import { wrapText } from '../../../components/parts/rows.ts';
import { placeWords } from '../../words/cache.ts';
import { doctorWords } from '../../words/doctor.ts';
import { findingText } from '../../words/doctor-finding.ts';
import type { StyledText, TextStyle } from '../output.ts';
import type { PlacedFinding } from './placed-finding.ts';

export type DoctorLine = readonly StyledText[];

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

/** One finding: where and which check, what is so, and one thing to do. Commands are never broken. */
export function findingLines({ finding, path, line }: PlacedFinding, look: FindingLook): readonly DoctorLine[] {
  const { code, severity, agents } = finding;
  const [unicode, ascii] = marks[severity];
  const mark = safeText(look.unicode ? unicode : ascii);
  const { message, advice, command } = whatToDo(finding, look.now);
  const place = path === null ? null : placeWords(safeText(look.shorten(path)), line);
  return [
    ...titleLines({ mark, style: styles[severity] }, place, safeText(code), look.columns),
    ...body(message, look),
    ...(path === null && agents.length > 0 ? body(doctorWords.agents(agentList(agents)), look, 'dim') : []),
    ...(advice === null || look.withoutCommand === true ? [] : body(advice, look)),
    ...(command === null || look.withoutCommand === true ? [] : [[{ text: say`    ` }, { text: command, style: 'bold' as const }]]),
  ];
}

/** What mends it: by the doctor where it can, else by one command of somebody else, else by hand. */
export function whatToDo(finding: Finding, now: number): { readonly message: SafeText; readonly advice: SafeText | null; readonly command: SafeText | null } {
  const { message, advice, commands } = findingText(finding, now);
  if (finding.mend !== null) return { message, advice: null, command: say`clawdial doctor --fix --only ${safeText(finding.code)}` };
  return { message, advice, command: commands.length === 0 ? null : joinSafe(commands, say` && `) };
}

interface TitleMark {
  readonly mark: SafeText;
  readonly style: TextStyle;
}

/** The place and, at the end of the line, the check; where both do not fit, under each other. */
function titleLines({ mark, style }: TitleMark, place: SafeText | null, code: SafeText, columns: number): readonly DoctorLine[] {
  const head: StyledText = { text: say`${mark} `, style };
  if (place === null) return [[head, { text: code, style: 'bold' }]];
  const gap = columns - 2 - cellWidth(place) - cellWidth(code);
  if (gap >= 2) return [[head, { text: place, style: 'bold' }, { text: safeText(' '.repeat(gap)) }, { text: code, style: 'dim' }]];
  const [first = place, ...rest] = wrapText(place, columns - 2);
  return [
    [head, { text: first, style: 'bold' }],
    ...rest.map((text): DoctorLine => [{ text: say`  ` }, { text, style: 'bold' }]),
    [{ text: say`  ` }, { text: code, style: 'dim' }],
  ];
}

function body(text: SafeText, { columns }: FindingLook, style?: TextStyle): readonly DoctorLine[] {
  return wrapText(text, Math.max(1, columns - 4)).map((line): DoctorLine => [{ text: say`    ` }, style === undefined ? { text: line } : { text: line, style }]);
}

function agentList(ids: readonly string[]): SafeText {
  const shown = joinSafe(ids.slice(0, agentsShown).map(safeText), say`, `);
  return ids.length > agentsShown ? say`${shown} ${doctorWords.andMore(ids.length - agentsShown)}` : shown;
}
