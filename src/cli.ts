#!/usr/bin/env node
import { writeSync } from 'node:fs';
import { plainCommand } from './commands/plain/plain-command.ts';
import { runPlain } from './commands/plain/run-plain.ts';
import { preferencesPlace } from './preferences/place.ts';
import { readPreferences } from './preferences/read-preferences.ts';
import { writeNoReports } from './terminal/diagnostic-report.ts';
import { ignoreSignals } from './terminal/signals.ts';
import { chooseLanguage } from './words/choose-language.ts';
import { oldNodeWords as inEnglish } from './words/en/start.ts';
import { oldNodeWords as inDutch } from './words/nl/start.ts';

/** What OpenClaw 2026.2.24 itself needs (facts, openclaw-2026.2), and the first Node with all that we use. */
const oldest: readonly [number, number] = [22, 12];

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

async function main(): Promise<void> {
  ignoreSignals();
  writeNoReports();
  const argv = process.argv.slice(2);
  const { preferences, corrupt } = readPreferences(preferencesPlace(process.env));
  const language = chooseLanguage({ argv, preferred: preferences.language, variables: process.env });
  if (isTooOld(process.versions.node)) {
    // Nothing else is loaded: on an old Node the program itself might not even parse.
    const oldNodeWords = { en: inEnglish, nl: inDutch }[language];
    writeSync(2, `${oldNodeWords(process.versions.node)}\n`);
    process.exit(1);
  }
  const plain = corrupt === null ? plainCommand(argv) : null;
  if (plain !== null && (await runPlain(plain, language))) return;
  const { start } = await import('./commands/start.ts');
  await start(argv, language, corrupt);
}

void main();
