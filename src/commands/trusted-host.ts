import { classifyBaseUrl } from '../anthropic/base-url.ts';
import { statusUsageWords } from '../words/status.ts';
import { ExpectedFailure, exitCodes } from './failure.ts';

/**
 * Before a credential leaves for the config's host.
 *
 * @param trusted true when a person said that another host than Anthropic's may have it
 * @throws ExpectedFailure when it may not
 */
export function refuseForeignHost(url: string | null, trusted: boolean): void {
  const baseUrl = classifyBaseUrl(url);
  if (baseUrl.kind === 'refused') {
    throw new ExpectedFailure(exitCodes.failed, statusUsageWords.refusedBaseUrl(baseUrl.shown), statusUsageWords.refusedBaseUrlAdvice);
  }
  if (baseUrl.kind === 'foreign' && !trusted) {
    throw new ExpectedFailure(exitCodes.failed, statusUsageWords.foreignBaseUrl(baseUrl.shown), statusUsageWords.foreignBaseUrlAdvice);
  }
}
