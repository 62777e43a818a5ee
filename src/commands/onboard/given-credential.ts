import type { CredentialKind } from '../../anthropic/verdict.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { Secret } from '../../terminal/secret.ts';
import { onboardWords } from '../../words/onboard.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import { secretFromStdin } from '../stdin-secret.ts';
import type { OnboardFlags } from './flags.ts';
import { unknownName } from '../unknown-name.ts';

/** A credential that was handed over without the screens. */
export interface GivenCredential {
  readonly raw: Secret;
  readonly from: 'arguments' | 'stdin' | 'environment' | 'terminal';
}

const choices: Readonly<Record<string, CredentialKind>> = {
  apiKey: 'api-key',
  'setup-token': 'setup-token',
  token: 'setup-token',
};

/** The kind that the flags ask for, or null when they leave it open. @throws ExpectedFailure for flags that do not fit */
export function wantedKind(flags: OnboardFlags): CredentialKind | null {
  const { authChoice, anthropicApiKey, token, tokenProvider } = flags;
  if (anthropicApiKey !== undefined && token !== undefined) throw usage(onboardWords.twoCredentials, onboardWords.twoCredentialsAdvice);
  if (tokenProvider !== undefined && tokenProvider.toLowerCase() !== 'anthropic') {
    throw usage(onboardWords.unknownProvider(safeText(tokenProvider)), onboardWords.unknownProviderAdvice);
  }
  const given = kindOfFlags(flags);
  if (authChoice === undefined) return given;
  const chosen = Object.hasOwn(choices, authChoice) ? choices[authChoice] : undefined;
  if (chosen === undefined) throw unknownName(onboardWords.unknownChoice(safeText(authChoice)), onboardWords.unknownChoiceAdvice, authChoice, Object.keys(choices));
  if (given !== null && given !== chosen) {
    throw usage(onboardWords.choiceMismatch(safeText(authChoice)), onboardWords.choiceMismatchAdvice);
  }
  return chosen;
}

/** Takes the credential from its flag, from stdin, or from the environment as OpenClaw would see it. */
export function givenCredential(flags: OnboardFlags, snapshot: Snapshot, kind: CredentialKind | null): GivenCredential {
  const value = flags.anthropicApiKey ?? flags.token;
  if (value === '-') return { raw: secretFromStdin(), from: 'stdin' };
  if (value !== undefined && value.trim() !== '') return { raw: new Secret(value), from: 'arguments' };
  const variable = snapshot.variables.find((one) => one.effective && (kind === null || variableKinds[one.name] === kind));
  if (variable === undefined) throw usage(onboardWords.noCredential, onboardWords.noCredentialAdvice);
  return { raw: variable.secret, from: 'environment' };
}

const variableKinds = { ANTHROPIC_API_KEY: 'api-key', ANTHROPIC_OAUTH_TOKEN: 'setup-token' } as const;

function kindOfFlags({ anthropicApiKey, token }: OnboardFlags): CredentialKind | null {
  if (anthropicApiKey !== undefined) return 'api-key';
  return token === undefined ? null : 'setup-token';
}

function usage(title: ExpectedFailure['title'], advice: ExpectedFailure['advice']): ExpectedFailure {
  return new ExpectedFailure(exitCodes.usage, title, advice);
}
