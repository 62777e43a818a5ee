import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

/** The six steps, as the line under the header names them. */
export const stepNames = {
  found: safeText('Found'),
  credential: safeText('Credential'),
  check: safeText('Check'),
  name: safeText('Name and model'),
  review: safeText('Review'),
  done: safeText('Done'),
} as const;

export const foundWords = {
  stateDir: safeText('State'),
  config: safeText('Config'),
  layout: safeText('Layout'),
  baseUrl: safeText('Base URL'),
  agents: safeText('Agents'),
  credentials: safeText('Anthropic credentials in reach'),
  credentialsOf(agent: SafeText): SafeText {
    return say`Anthropic credentials in reach of ${agent}, in the order they are tried`;
  },
  none: safeText('None yet. The next step sets one up.'),
  missing: safeText('not there yet'),
  defaultAgent: safeText('default'),
  noCredential: safeText('no credential'),
  notRead: safeText('not read here'),
  otherProvider: safeText('another provider'),
  absent: say`No OpenClaw was found. clawdial goes on as for OpenClaw 2026.2.24 (layout single-file).`,
  absentAdvice: say`If you install a newer OpenClaw later, run openclaw doctor --fix once: it takes over what is written here.`,
  version(version: SafeText, origin: SafeText): SafeText {
    return say`OpenClaw ${version}, ${origin}`;
  },
} as const;

export const typeWords = {
  api_key: safeText('API key'),
  token: safeText('setup-token'),
  oauth: safeText('OAuth login'),
} as const;

export const kindWords = {
  'api-key': safeText('API key'),
  'setup-token': safeText('setup-token'),
} as const;

export const obstacleWords = {
  readOnly: safeText('Read only here: nothing will be written.'),
  layout(layout: SafeText, version: SafeText): SafeText {
    return say`OpenClaw ${version} keeps its credentials in the layout ${layout}, which clawdial reads and never writes itself.`;
  },
  layoutAdvice: safeText('Give the credential to OpenClaw itself: openclaw models auth paste-api-key --provider anthropic, or paste-token for a setup-token.'),
  unwritable(path: SafeText, code: SafeText): SafeText {
    return say`${path} cannot be written (${code}).`;
  },
  unwritableAdvice: safeText('Run clawdial as the user that runs OpenClaw, or make the place writable, and try again.'),
  unknownLayout: safeText('What lies on disk does not fit the OpenClaw version, so clawdial only reads here.'),
} as const;

export const chooseWords = {
  title: safeText('How do you want to reach Claude?'),
  apiKey: safeText('Anthropic API key'),
  apiKeyFor: safeText('Best for always-on and shared gateways: billed by usage.'),
  setupToken: safeText('Anthropic token (paste setup-token)'),
  setupTokenFor: safeText('Best for your own use of a Claude subscription.'),
  variable(name: SafeText, place: SafeText): SafeText {
    return say`Use ${name} from ${place}`;
  },
  variableFor(fingerprint: SafeText): SafeText {
    return say`Best when it is the one you want to keep: ${fingerprint}`;
  },
  demo: safeText('Look around first (demo)'),
  demoFor: safeText('A made-up OpenClaw and a fake Anthropic, both gone afterwards.'),
  leave: safeText('Leave'),
  leaveFor: safeText('Nothing is written.'),
} as const;

export const noticeWords = {
  title: safeText('Before you use a setup-token'),
  lines: [
    safeText('A setup-token bills your Claude plan, not the API.'),
    safeText('Anthropic’s published terms steer developers to API keys. OpenClaw says that Anthropic staff allow this use (as of September 2026, not in writing from Anthropic).'),
    safeText('The rules changed in January, February, April and June 2026 and can change again: usage may be billed as extra usage, or refused.'),
    safeText('Only for your own use. For always-on or shared gateways use an API key.'),
  ],
  links: [safeText('https://code.claude.com/docs/en/legal-and-compliance'), safeText('https://support.claude.com/en/articles/15036540')],
  checked: safeText('Last checked: 22 November 2026.'),
} as const;

export const obtainWords = {
  title: safeText('Get a setup-token'),
  steps: [
    { text: safeText('On any machine with Claude Code, in a terminal at least 130 columns wide:'), command: safeText('claude setup-token') },
    { text: safeText('Sign in in the browser with the account that has the subscription.'), command: null },
    { text: safeText('Copy the token it prints. Line breaks and the text around it do no harm.'), command: null },
  ],
  runHere: safeText('claude is on this machine: press c to run it here. Copy its token before you come back.'),
  elsewhere: safeText('claude is not on this machine; another one will do.'),
} as const;

export const agentsWords = {
  title: safeText('Which agents is it for?'),
  explanation: safeText('Agents inherit what main holds. An agent’s own copy under the same name wins over main’s.'),
  all(count: number): SafeText {
    return say`All ${count} agents`;
  },
  allFor: safeText('Kept once, with main; own copies under the same name are brought up to date.'),
  one(agent: SafeText): SafeText {
    return say`Only ${agent}`;
  },
  oneFor: safeText('Kept in that agent’s own store; the others are left as they are.'),
} as const;

export const pasteWords = {
  apiKeyTitle: safeText('Paste your Anthropic API key'),
  setupTokenTitle: safeText('Paste your setup-token'),
  hint: safeText('It stays hidden. Line breaks, quotes and prompt text are taken out.'),
  demoHint: safeText('Demo: press Tab for a made-up one.'),
  read(kind: SafeText, fingerprint: SafeText, length: number): SafeText {
    return say`${kind} ${fingerprint}, ${length} characters`;
  },
  removed(list: SafeText): SafeText {
    return say`Taken out: ${list}`;
  },
  otherKind: {
    'api-key': safeText('This is an API key; it is kept as one and billed by usage.'),
    'setup-token': safeText('This is a setup-token; it is kept as one and bills your Claude plan.'),
  },
  again: safeText('Change it'),
  againFor: safeText('Back to the field.'),
  keep: safeText('Keep it as it is'),
  keepFor: safeText('The live check will tell whether it works.'),
} as const;

export const trustWords = {
  /** Where the mark stands in the line above. */
  nothing: safeText(' '),
  title: safeText('Send the credential to this address?'),
  foreign(url: SafeText): SafeText {
    return say`The config sends Anthropic requests to ${url}.`;
  },
  foreignAdvice: safeText('It is not Anthropic’s. Whoever runs it will see the credential. OpenClaw sends it there too.'),
  refused(url: SafeText): SafeText {
    return say`The config’s base URL ${url} must not get a credential.`;
  },
  send: safeText('Send it there and check'),
  sendFor: safeText('Only if you run or trust this server.'),
  unchecked: safeText('Go on without a check'),
  uncheckedFor: safeText('clawdial sends it nowhere.'),
  back: safeText('Back'),
  backFor: safeText('Nothing is sent or written.'),
} as const;

export const checkWords = {
  title(place: SafeText): SafeText {
    return say`Checking with ${place}`;
  },
  steps: {
    offline: safeText('Shape of the credential'),
    models: safeText('List of models (free)'),
    message: safeText('One word from Haiku (less than $0.0001)'),
  },
  skipped: safeText('not asked'),
  verdicts: {
    valid: safeText('Valid: Anthropic answered with this credential.'),
    rejected: safeText('Rejected: Anthropic does not accept this credential.'),
    limited: safeText('Limited: the credential is good, but asked too much just now.'),
    unfunded: safeText('Unfunded: the credential is good, but nothing pays for it.'),
    refused: safeText('Refused: the credential is known, but may not do this.'),
    unreachable: safeText('Unreachable: no answer came, so nothing is proved.'),
    unknown: safeText('Unknown: the answer proves nothing about the credential.'),
  },
  notChecked: safeText('Not checked: nothing was sent to Anthropic.'),
  listOnly: safeText('Valid for the list of models; no message was sent.'),
  requestId(id: SafeText): SafeText {
    return say`Request ${id}`;
  },
  quoted(message: SafeText): SafeText {
    return say`Anthropic says: ${message}`;
  },
  retryAfter(duration: SafeText): SafeText {
    return say`The server asks to wait ${duration}.`;
  },
  quotaWindow(window: SafeText): SafeText {
    return say`plan, ${window}`;
  },
  resetsIn(duration: SafeText): SafeText {
    return say`resets in ${duration}`;
  },
  left(remaining: SafeText, limit: SafeText): SafeText {
    return say`${remaining} of ${limit} left`;
  },
  again: safeText('Try again'),
  againFor: safeText('The same check once more.'),
  edit: safeText('Edit the credential'),
  editFor: safeText('Back to what you pasted.'),
  save: safeText('Save anyway'),
  saveFor: safeText('OpenClaw may fail with it.'),
  leave: safeText('Leave'),
  leaveFor: safeText('Nothing is written.'),
} as const;

export const nameWords = {
  profileId: safeText('Profile id'),
  expiry: safeText('Ends after'),
  model: safeText('Default model'),
  profileIdHint: safeText('The name under which OpenClaw keeps it. anthropic:default is what OpenClaw itself would choose.'),
  expiryHint: safeText('For example 365d; empty records no end. One year from today is an assumption: the token does not tell.'),
  ends: safeText('Ends'),
  endsOn(date: SafeText): SafeText {
    return say`${date} (assumed)`;
  },
  recordedEnd(date: SafeText): SafeText {
    return say`Recorded end: ${date} (assumed). OpenClaw stops using it then.`;
  },
  never: safeText('not recorded'),
  noEnd: safeText('No end is recorded.'),
  replaces(id: SafeText): SafeText {
    return say`${id} exists: its credential is replaced, and nothing else of it.`;
  },
  keepModel(model: SafeText): SafeText {
    return say`Keep ${model}`;
  },
  keepModelFor: safeText('The config stays as it is.'),
  /** Short enough for the narrowest window; the sentence stands under it where there is room. */
  unknownModel(model: SafeText): SafeText {
    return say`${model} (unknown)`;
  },
  unknownToOpenClaw(version: SafeText): SafeText {
    return say`not in the catalogue of OpenClaw ${version}`;
  },
  problems: {
    blank: safeText('A profile needs an id, such as anthropic:default.'),
    characters: safeText('Use letters, digits, and . _ - @ + after anthropic:, at most 64.'),
    providerPrefix: safeText('Begin with anthropic: so that OpenClaw’s own tools find it.'),
    duration: safeText('Write a length of time such as 365d, 90d or 12h, or leave it empty.'),
    otherType(proposal: SafeText): SafeText {
      return say`That id holds a credential of another type, which would be lost. ${proposal} is free.`;
    },
  },
} as const;

export const reviewWords = {
  title: safeText('What will be written'),
  unchanged(path: SafeText): SafeText {
    return say`${path}: as wanted already`;
  },
  backup: safeText('The old text is kept beside it as ….clawdial-backup-<time>.'),
  newFile(path: SafeText): SafeText {
    return say`${path} (new)`;
  },
  saving: safeText('Saving'),
  replanned: safeText('A file changed meanwhile. This is the new plan; nothing was lost. Look again, then press Enter.'),
} as const;

export const doneWords = {
  saved(profileId: SafeText): SafeText {
    return say`Saved ${profileId}.`;
  },
  notDurable: safeText('The new text is in place, but the disk did not confirm it: a power cut in the next seconds could undo it.'),
  agents: safeText('Read back from disk: what OpenClaw uses now'),
  serves(served: number, total: number): SafeText {
    return say`${served} of ${total} agents now use the new credential.`;
  },
  backups: safeText('Copies of what was there before'),
  turns(profiles: SafeText): SafeText {
    return say`No order is written down: OpenClaw takes turns between ${profiles}, the one used longest ago first.`;
  },
  gatewayRestart: safeText('A running gateway restarts by itself now: the config’s auth part changed.'),
  gatewayNone: safeText('A running gateway needs no restart: it reads the store at its next run.'),
  gatewayMemory: safeText('This OpenClaw keeps stores in memory: restart a running gateway (openclaw gateway restart).'),
  next: safeText('Next: send your agent a message, or run openclaw models status.'),
} as const;

/** Said after leaving, on the normal screen. */
export const goodbyeWords = {
  nothing: safeText('Nothing was written.'),
  saved(profileId: SafeText): SafeText {
    return say`Saved ${profileId}. Look again any time: clawdial`;
  },
  demo: safeText('The demo and all its files are gone. To set up your own: clawdial'),
} as const;

