import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** What `clawdial onboard` says without its screens. */
export const onboardWords = {
  noTerminal: safeText('The guided set-up needs a terminal, and there is none here. Nothing was read or written.'),
  noTerminalAdvice: safeText('Without one: clawdial onboard --non-interactive --auth-choice apiKey --anthropic-api-key - < file-with-the-key'),
  dumbTerminal: safeText('This terminal (TERM=dumb) cannot show screens. Nothing was written.'),
  demoAdvice: safeText('Run clawdial demo in a terminal window.'),
  needsNonInteractive(flags: SafeText): SafeText {
    return say`${flags}: such answers are taken only without questions. Nothing was read or written.`;
  },
  needsNonInteractiveAdvice: safeText('Add --non-interactive, or leave them out and answer on the screens.'),
  noCredential: safeText('No credential was given. Nothing was written.'),
  noCredentialAdvice: safeText('Give it on stdin (--anthropic-api-key - or --token -), or in ANTHROPIC_API_KEY or ANTHROPIC_OAUTH_TOKEN.'),
  emptyStdin: safeText('Nothing came on stdin where the credential was expected. Nothing was written.'),
  emptyStdinAdvice: safeText('Pipe it in, for example: clawdial onboard --non-interactive --token - < file-with-the-token'),
  twoCredentials: safeText('--anthropic-api-key and --token were both given; one credential is set up at a time. Nothing was written.'),
  twoCredentialsAdvice: safeText('Run clawdial once for each.'),
  unknownChoice(choice: SafeText): SafeText {
    return say`--auth-choice ${choice} is not known. Nothing was written.`;
  },
  unknownChoiceAdvice: safeText('Use apiKey, setup-token or token.'),
  choiceMismatch(choice: SafeText): SafeText {
    return say`--auth-choice ${choice} does not fit the credential flag given with it. Nothing was written.`;
  },
  choiceMismatchAdvice: safeText('Use --anthropic-api-key with apiKey, and --token with setup-token or token.'),
  unknownProvider(provider: SafeText): SafeText {
    return say`--token-provider ${provider} is not served. Nothing was written.`;
  },
  unknownProviderAdvice: safeText('clawdial serves anthropic only.'),
  unknownAgent(agent: SafeText, known: SafeText): SafeText {
    return say`There is no agent ${agent}. Nothing was written. Agents here: ${known}.`;
  },
  unknownAgentAdvice: safeText('Leave out --agent to serve all agents.'),
  badProfileId(id: SafeText): SafeText {
    return say`${id} cannot be the id of an Anthropic profile. Nothing was written.`;
  },
  idTaken(id: SafeText): SafeText {
    return say`${id} already holds a credential of another type. Nothing was sent or written.`;
  },
  badModel(ref: SafeText): SafeText {
    return say`--set-default-model ${ref} names no Anthropic model. Nothing was written.`;
  },
  badModelAdvice: safeText('Write it like anthropic/claude-opus-4-6.'),
  unknownModel(ref: SafeText, version: SafeText): SafeText {
    return say`${ref} is not in the catalogue of OpenClaw ${version}: it may answer “Unknown model”.`;
  },
  badDuration(text: SafeText): SafeText {
    return say`--token-expires-in ${text} is no length of time. Nothing was written.`;
  },
  secretInArguments: safeText('Warning: a credential on the command line can be seen by other users and stays in the shell’s history. Use - and stdin instead.'),
  foreignBaseUrl(url: SafeText): SafeText {
    return say`The config sends Anthropic requests to ${url}, which is not Anthropic’s. The credential was sent nowhere, and nothing was written.`;
  },
  foreignBaseUrlAdvice: safeText('If you run or trust that server, add --trust-base-url; or save without a check: --check none.'),
  refusedBaseUrl(url: SafeText): SafeText {
    return say`The config’s base URL ${url} cannot be used for a check. The credential was sent nowhere, and nothing was written.`;
  },
  refusedBaseUrlAdvice: safeText('Correct models.providers.anthropic.baseUrl: https, or plain http on this machine only. Or save without a check: --check none.'),
  notSaved: safeText('Nothing was written. To save it all the same, add --save-unchecked.'),
  wouldWrite: safeText('Would write:'),
  saved(profileId: SafeText): SafeText {
    return say`Saved ${profileId}.`;
  },
  file(path: SafeText): SafeText {
    return say`  ${path}`;
  },
  fileUnchanged(path: SafeText): SafeText {
    return say`  ${path}: as wanted already`;
  },
  fileBackup(path: SafeText, backup: SafeText): SafeText {
    return say`  ${path} (before: ${backup})`;
  },
  agentUses(agent: SafeText, credential: SafeText): SafeText {
    return say`  ${agent}: ${credential}`;
  },
  agentsNow: safeText('Agents and what they use now:'),
  nothingUsed: safeText('no credential'),
  otherCredential(name: SafeText): SafeText {
    return say`${name}, not the new credential`;
  },
  readOnly: safeText('Nothing was written.'),
  noExpiry: safeText('No end is recorded for the setup-token; add --token-expires-in 365d to have one.'),
  changedUnderUs(path: SafeText): SafeText {
    return say`${path} kept changing while clawdial tried to save. Nothing of it was overwritten.`;
  },
  changedUnderUsAdvice: safeText('Run the same command again when nothing else writes there.'),
} as const;

/** Around another program that has the terminal for a while. */
export const handOverWords = {
  before: safeText('Handing over to claude setup-token. clawdial does not read what it prints.'),
  ended: safeText('Copy the token above, then press Enter to go back to clawdial.'),
  failed: safeText('claude setup-token ended without success. Press Enter to go back to clawdial.'),
  notStarted(reason: SafeText): SafeText {
    return say`claude could not be started (${reason}). Press Enter to go back to clawdial.`;
  },
} as const;
