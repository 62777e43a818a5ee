import type { Inheritance } from '../../rules/inheritance.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** What `clawdial models auth …` says. */
export const modelsAuthWords = {
  help: {
    auth: safeText('stored credentials of Anthropic: add, list, order, replace, remove'),
    setupToken: safeText('guided: get a setup-token with Claude’s own program, check and save it'),
    pasteToken: safeText('check and save a setup-token, asked for or from standard input'),
    pasteApiKey: safeText('check and save an API key, asked for or from standard input'),
    list: safeText('the profiles that an agent can reach, and how they stand'),
    rotate: safeText('a new secret under the same name, wherever it is stored'),
    remove: safeText('take a profile out of every store and the config; says first who falls back to what'),
    activate: safeText('put a saved replacement in place; OpenClaw tests it first'),
    rename: safeText('give a profile another name, in every store, order and the config'),
    copy: safeText('give an agent a copy of its own'),
    refreshCopies: safeText('bring agents’ copies up to date that hold an older secret than the main store'),
    clearCooldown: safeText('check a credential that waits, and end what the answer speaks against'),
    order: safeText('the order in which OpenClaw tries the profiles'),
    orderGet: safeText('show the order that is written down for an agent'),
    orderSet: safeText('write an order down for an agent'),
    orderClear: safeText('take an agent’s own order away'),
  },
  flags: {
    profile: safeText('id of a profile, such as anthropic:default'),
    profiles: safeText('ids of profiles, first to last'),
    name: safeText('its new id'),
    provider: safeText('anthropic, the only one'),
    profileId: safeText('id to save it under (default: anthropic:manual, as OpenClaw has it)'),
    expiresIn: safeText('how long a setup-token is good, such as 365d'),
    agent: safeText('the agent (default: the default agent)'),
    to: safeText('the agent that gets it'),
    from: safeText('the agent to take it from (default: the main store)'),
    force: safeText('go on although a running gateway may write its own copy back'),
    forceReason: safeText('end every wait without a check, for this reason'),
  },
  otherProvider(provider: SafeText): SafeText {
    return say`clawdial looks after Anthropic, not after ${provider}. Nothing was changed.`;
  },
  otherProviderAdvice: safeText('Leave --provider out, or use openclaw models auth for others.'),
  askApiKey: safeText('API key (not shown), then Enter: '),
  askToken: safeText('Setup-token (not shown), then Enter: '),
  nothingPasted: safeText('No credential was given. Nothing was changed.'),
  nothingPastedAdvice: safeText('Run it again and paste the credential, or give it on standard input.'),
  keyHasNoEnd: safeText('An API key has no end: --expires-in is for setup-tokens. Nothing was changed.'),
  setupTokenNeedsTerminal: safeText('The guided way needs a terminal. Nothing was changed.'),
  setupTokenNeedsTerminalAdvice: safeText('Give the token on standard input: clawdial models auth paste-token'),
  reasonNeeded: safeText('--force wants a reason. Nothing was changed.'),
  reasonNeededAdvice: safeText('Say why it may be tried before its time: --force "credit added". The reason is kept with the change.'),
  noSecret(profile: SafeText): SafeText {
    return say`${profile} has no secret here that could be checked. Nothing was changed.`;
  },
  noSecretAdvice: safeText('clawdial doctor says what is wrong with it.'),
  nothingToDo: safeText('Nothing to change: it is so already.'),
  wouldWrite: safeText('Would write:'),
  done(title: SafeText): SafeText {
    return say`Done: ${title}`;
  },
  file(path: SafeText): SafeText {
    return say`  ${path}`;
  },
  fileAndBackup(path: SafeText, backup: SafeText): SafeText {
    return say`  ${path} (before: ${backup})`;
  },
  backupHoldsSecrets: safeText('The copies from before hold secrets. Only you can read them; they stay for clawdial undo, for the next five changes.'),
  undoHint: safeText('clawdial undo takes it back.'),
  notRemembered: safeText('The change is made, but clawdial undo will not find it: it could not be noted down.'),
  noEffect: safeText('No agent uses another credential by this.'),
  agentsWould: safeText('Agents would use:'),
  agentsNow: safeText('Agents use:'),
  more(count: number): SafeText {
    return say`and ${count} more`;
  },
  agent(agent: SafeText): SafeText {
    return say`Agent: ${agent}`;
  },
  store(path: SafeText): SafeText {
    return say`Store: ${path}`;
  },
  order(ids: SafeText): SafeText {
    return say`Order: ${ids}`;
  },
  noOrder: safeText('Order: none is written down'),
  noProfiles: safeText('No profile of Anthropic is stored: clawdial onboard'),
  places: {
    own: safeText('in its own store'),
    inherits: safeText('from the main store'),
    'holds-copy': safeText('a copy of its own'),
  } satisfies Record<Inheritance, SafeText>,
} as const;
