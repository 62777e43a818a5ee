import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect } from 'vitest';
import { fixFindings, type MendedStep } from '../../src/commands/doctor/fix.ts';
import { readDoctorFacts } from '../../src/commands/doctor/read-doctor-facts.ts';
import type { InstallationFlags } from '../../src/openclaw/installation.ts';
import type { CheckCode } from '../../src/rules/doctor/check-codes.ts';
import { runChecks } from '../../src/rules/doctor/checks.ts';
import type { DoctorFacts } from '../../src/rules/doctor/facts.ts';
import type { Finding } from '../../src/rules/doctor/finding.ts';
import { findingText } from '../../src/words/doctor-finding.ts';
import { apiKey, makeHome, setupToken, type HomeContent, type TestHome } from '../support/homes.ts';

/** A home for one check. */
export interface PatientHome extends HomeContent {
  /** What the system would have said, where a test cannot make it so. */
  readonly alter?: (facts: DoctorFacts) => DoctorFacts;
  readonly variables?: Readonly<Record<string, string>>;
  readonly flags?: InstallationFlags;
  /** Path under the home to permission bits. */
  readonly modes?: Readonly<Record<string, number>>;
  /** What else is to be made before the doctor looks; what it answers is called when the home goes. */
  readonly prepare?: (home: TestHome) => Promise<(() => void) | void>;
}

/** What a check is to find in a home. */
export interface Expected {
  readonly severity: Finding['severity'];
  /** Of the finding's sentence. */
  readonly says: RegExp;
  /** The file under the home, perhaps with `:line`; null for none. */
  readonly at: string | null;
  /** Of one of its commands or its advice; null where clawdial mends it. */
  readonly mend: RegExp | 'fix' | null;
  /** Another trouble of the home stays when this one is mended. */
  readonly stays?: true;
}

export const key = (letter: string, more: object = {}): object => ({ type: 'api_key', provider: 'anthropic', key: apiKey(letter), ...more });
export const token = (letter: string, more: object = {}): object => ({ type: 'token', provider: 'anthropic', token: setupToken(letter), ...more });
export const store = (profiles: object, more: object = {}): object => ({ version: 1, profiles, ...more });
/** A config as OpenClaw 2026.2.24 left it, with these sections. */
export const config = (sections: object = {}, version = '2026.2.24'): object => ({ ...sections, meta: { lastTouchedVersion: version } });
/** A home with these profiles in main's store. */
export const withProfiles = (profiles: object, more: object = {}, sections: object = {}): PatientHome => ({ config: config(sections), stores: { main: store(profiles, more) } });

/** A home in a temporary place, as its owner would keep it: for nobody else. */
export async function makePatient({ modes = {}, prepare, ...content }: PatientHome): Promise<TestHome> {
  const home = await makeHome(content);
  const leave = await prepare?.(home);
  for (const [path, mode] of Object.entries(modes)) await chmod(join(home.home, path), mode);
  const dispose = (): Promise<void> => {
    leave?.();
    return home.dispose();
  };
  return { ...home, dispose };
}

/** What the doctor reads in a home. */
export async function examine(home: TestHome, { variables = {}, flags = {}, alter = (facts) => facts }: PatientHome): Promise<DoctorFacts> {
  return alter((await readDoctorFacts(flags, home.host(variables))).facts);
}

/** Mends all that can be mended there. */
export function treat(home: TestHome, { variables = {}, flags = {} }: PatientHome): Promise<readonly MendedStep[]> {
  return fixFindings({ flags, host: home.host(variables), chosen: null, decide: () => Promise.resolve('yes'), onDone: () => undefined });
}

/** The findings of one check. */
export function findingsOf(facts: DoctorFacts, code: CheckCode): readonly Finding[] {
  return runChecks(facts, new Set([code]));
}

/** Holds a finding against what is expected of it. */
export function expectFinding(facts: DoctorFacts, finding: Finding | undefined, { severity, says, mend }: Expected): void {
  if (finding === undefined) throw new Error('nothing was found');
  const { message, advice, commands } = findingText(finding, facts.now);
  expect(finding.severity).toBe(severity);
  expect(message).toMatch(says);
  expect(finding.mend !== null, 'can be mended here').toBe(mend === 'fix');
  if (mend instanceof RegExp) expect([advice, ...commands].join('\n')).toMatch(mend);
  expect(JSON.stringify([message, advice, commands, finding])).not.toMatch(/sk-ant-\w+-\w{5}/);
}

/** Homes that go when a test ends. @returns a way to make one */
export function ward(): (patient: PatientHome) => Promise<TestHome> {
  const homes: TestHome[] = [];
  afterEach(async () => {
    for (const home of homes.splice(0)) await home.dispose();
  });
  return async (patient) => {
    const home = await makePatient(patient);
    homes.push(home);
    return home;
  };
}
