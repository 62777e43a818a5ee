import type { PreparedCredential } from '../../../components/wizard/state.ts';
import { classifyBaseUrl } from '../../anthropic/base-url.ts';
import { readCredential } from '../../anthropic/credential.ts';
import type { CheckDepth, CheckReport, CredentialKind } from '../../anthropic/verdict.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { joinSafe, safeText, type SafeText } from '../../terminal/safe-text.ts';
import type { Secret } from '../../terminal/secret.ts';
import { diagnosisWords, removalWords, warningWords } from '../../words/credential.ts';
import type { Explanation } from '../../words/explanation.ts';
import { onboardWords } from '../../words/onboard.ts';
import { checkWords, pasteWords } from '../../words/wizard.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import { liveCheck } from './live-check.ts';

/**
 * What was handed over, cleaned and judged; what is unusual is added to the warnings.
 *
 * @param kind that was asked for; null leaves it to the text itself
 * @param unchecked a person answers for it: a text of another form is kept too
 * @throws ExpectedFailure for what is no credential
 */
export function preparedCredential(raw: Secret, kind: CredentialKind | null, unchecked: boolean, warnings: SafeText[]): PreparedCredential {
  const { secret, summary, diagnosis, removed } = readCredential(raw);
  if (removed.length > 0) warnings.push(pasteWords.removed(joinSafe(removed.map(removalWords), safeText(', '))));
  const forced = unchecked ? kind : null;
  const found = diagnosis.state === 'usable' || (diagnosis.state === 'truncated' && forced !== null) ? diagnosis.kind : forced;
  if (found === null || diagnosis.state === 'empty') {
    const { title, advice } = diagnosisWords(diagnosis);
    throw failed(title, joinSafe([advice, onboardWords.notSaved], safeText(' ')));
  }
  if (kind !== null && kind !== found) warnings.push(pasteWords.otherKind[found]);
  if (diagnosis.state === 'usable') warnings.push(...diagnosis.warnings.map(warningWords));
  else warnings.push(diagnosisWords(diagnosis).title);
  return { secret, summary, kind: found, variable: null };
}

export interface CheckFlags {
  readonly check?: CheckDepth;
  readonly trustBaseUrl?: boolean;
}

/**
 * Asks the API about it, as far as the flags say; one smallest message unless told otherwise.
 *
 * @returns null when no check was asked for
 * @throws ExpectedFailure when the config's host may not have it
 */
export async function checkPrepared(snapshot: Snapshot, credential: PreparedCredential, { check = 'message', trustBaseUrl }: CheckFlags): Promise<CheckReport | null> {
  if (check === 'none') return null;
  const baseUrl = classifyBaseUrl(snapshot.baseUrl);
  if (baseUrl.kind === 'refused') throw failed(onboardWords.refusedBaseUrl(baseUrl.shown), onboardWords.refusedBaseUrlAdvice);
  if (baseUrl.kind === 'foreign' && trustBaseUrl !== true) throw failed(onboardWords.foreignBaseUrl(baseUrl.shown), onboardWords.foreignBaseUrlAdvice);
  return liveCheck(snapshot, credential, check, new AbortController().signal, () => undefined);
}

/** A credential that is not saved because the check did not find it valid. */
export function notProvedWords({ verdict, finding }: CheckReport): Explanation {
  const title = finding === null ? checkWords.verdicts[verdict] : joinSafe([checkWords.verdicts[verdict], finding.meaning], safeText(' '));
  const advice = finding === null ? onboardWords.notSaved : joinSafe([finding.advice, onboardWords.notSaved], safeText(' '));
  return { title, advice };
}

function failed(title: SafeText, advice: SafeText): ExpectedFailure {
  return new ExpectedFailure(exitCodes.failed, title, advice);
}
