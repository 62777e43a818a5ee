import type { HostEnvironment, InstallationFlags } from '../../openclaw/installation.ts';
import { configError } from '../../rules/cache/config-error.ts';
import { cacheTable, type CacheLine } from '../../rules/cache-table.ts';
import { redact } from '../../terminal/redact.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { padToWidth, widest } from '../../terminal/width.ts';
import { valueWords } from '../../words/cache.ts';
import { routeErrorWords } from '../../words/route-error.ts';
import { routeWarningWords } from '../../words/route-warning.ts';
import { originWords, standingWords, tableWords, wireWords } from '../../words/cache-editor.ts';
import { exitCodes, type ExitCode } from '../failure.ts';
import { currentHost } from '../host.ts';
import { print, printError, printJson, type JsonOutput } from '../output.ts';
import { readCacheFacts, requireConfig } from './facts.ts';
import { standingJson } from './report.ts';

/** `clawdial cache list`: the settings of all agents. Reads only. @throws ExpectedFailure when the config cannot be read */
export async function runCacheList(flags: InstallationFlags & { readonly json?: boolean }, host: HostEnvironment = currentHost()): Promise<ExitCode> {
  const { snapshot, environment } = await readCacheFacts(flags, host);
  requireConfig(snapshot);
  const lines = cacheTable(snapshot, environment);
  const error = configError(snapshot);
  const refused = error === null ? null : routeErrorWords(error, safeText(snapshot.installation.version.text));
  if (flags.json === true) printJson(lines.map((line) => lineJson(line, error === null || refused === null ? null : { code: error.code, message: refused.title })));
  else printTable(lines);
  if (refused !== null) {
    printError(refused.title);
    printError(refused.advice);
  }
  return exitCodes.done;
}

/** @param error why this OpenClaw takes nothing of the config, as `explain` has it */
function lineJson(line: CacheLine, error: JsonOutput): JsonOutput {
  const { agent, baseline, override } = line;
  return { agent: agent.id, model: agent.model.ref, baseline: valueOf(baseline), override: valueOf(override), ...standingJson(line), warnings: line.warnings.map((warning) => ({ code: warning.code, message: routeWarningWords(warning) })), error };
}

/** As written; what is no text is shown as JSON. */
function valueOf(layer: CacheLine['baseline']): string | null {
  if (layer === null) return null;
  return typeof layer.value === 'string' ? redact(layer.value) : valueWords(layer.value);
}

const columns: readonly (readonly [SafeText, (line: CacheLine) => SafeText])[] = [
  [tableWords.agent, ({ agent }) => safeText(agent.id)],
  [tableWords.model, ({ agent }) => safeText(agent.model.ref)],
  [tableWords.baseline, ({ baseline }) => settingWords(baseline)],
  [tableWords.override, ({ override }) => settingWords(override)],
  [tableWords.effective, standingWords],
  [tableWords.onWire, wireWords],
  [tableWords.from, originWords],
];

function settingWords(layer: CacheLine['baseline']): SafeText {
  const value = valueOf(layer);
  return value === null ? say`–` : safeText(value);
}

function printTable(lines: readonly CacheLine[]): void {
  const cells = columns.map(([title, cell]) => [title, ...lines.map(cell)]);
  const widths = cells.map((column) => widest(column));
  for (let row = 0; row <= lines.length; row += 1) {
    const texts = cells.map((column, index) => {
      const text = column[row] ?? say``;
      return index === cells.length - 1 ? text : padToWidth(text, widths[index] ?? 0);
    });
    print(joinSafe(texts, say`  `));
  }
  for (const { agent, warnings } of lines) {
    for (const warning of warnings) print(say`${safeText(agent.id)}: ${routeWarningWords(warning)}`);
  }
}
