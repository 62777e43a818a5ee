import { readSync } from 'node:fs';
import type { CredentialKind } from '../../anthropic/verdict.ts';
import type { Snapshot } from '../../openclaw/snapshot.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { Secret } from '../../terminal/secret.ts';
import { onboardWords } from '../../words/onboard.ts';
import { ExpectedFailure, exitCodes } from '../failure.ts';
import type { OnboardFlags } from './flags.ts';

/** A credential that was handed over without a terminal. */
export interface GivenCredential {
  readonly raw: Secret;
  readonly from: 'arguments' | 'stdin' | 'environment';
}

/** No pasted credential comes near this; more is another file by mistake. */
const stdinLimitBytes = 64 * 1024;

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
  if (chosen === undefined) throw usage(onboardWords.unknownChoice(safeText(authChoice)), onboardWords.unknownChoiceAdvice);
  if (given !== null && given !== chosen) {
    throw usage(onboardWords.choiceMismatch(safeText(authChoice)), onboardWords.choiceMismatchAdvice);
  }
  return chosen;
}

/** Takes the credential from its flag, from stdin, or from the environment as OpenClaw would see it. */
export function givenCredential(flags: OnboardFlags, snapshot: Snapshot, kind: CredentialKind | null): GivenCredential {
  const value = flags.anthropicApiKey ?? flags.token;
  if (value === '-') return { raw: readStdin(), from: 'stdin' };
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

/** Reads stdin to its end, or to the limit; a closed or empty one is an expected failure. */
function readStdin(): Secret {
  const chunk = Buffer.alloc(stdinLimitBytes);
  let length = 0;
  while (length < stdinLimitBytes) {
    const count = readChunk(chunk, length);
    if (count === 0) break;
    length += count;
  }
  const text = chunk.toString('utf8', 0, length);
  chunk.fill(0);
  if (text.trim() === '') throw usage(onboardWords.emptyStdin, onboardWords.emptyStdinAdvice);
  // The line end of the last line belongs to the pipe, not to the credential.
  return new Secret(text.replace(/\r?\n$/, ''));
}

function readChunk(buffer: Buffer, offset: number): number {
  for (;;) {
    try {
      return readSync(0, buffer, offset, buffer.length - offset, null);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      // A non-blocking stdin has nothing yet; waiting a little is all that can be done synchronously.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      else return 0;
    }
  }
}

function usage(title: ExpectedFailure['title'], advice: ExpectedFailure['advice']): ExpectedFailure {
  return new ExpectedFailure(exitCodes.usage, title, advice);
}
