import type { InstallationFlags } from '../../openclaw/installation.ts';
import { checkCodes } from '../../rules/doctor/check-codes.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { doctorUsageWords } from '../../words/doctor.ts';
import { unknownName } from '../unknown-name.ts';

export interface DoctorFlags extends InstallationFlags {
  readonly json?: boolean;
  readonly only?: readonly string[];
  readonly list?: boolean;
  readonly fix?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly live?: boolean;
  readonly trustBaseUrl?: boolean;
}

/** The checks that were asked for; null for all. @throws ExpectedFailure for a name that no check has */
export function chosenChecks({ only }: DoctorFlags): ReadonlySet<string> | null {
  if (only === undefined) return null;
  const names = only.flatMap((given) => given.split(',')).map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.find((name) => !checkCodes.some((code) => code === name));
  if (unknown !== undefined) {
    throw unknownName(doctorUsageWords.unknownCheck(safeText(unknown)), doctorUsageWords.unknownCheckAdvice, unknown, checkCodes);
  }
  return new Set(names);
}
