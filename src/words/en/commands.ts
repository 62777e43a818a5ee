import { safeText } from '../../terminal/safe-text.ts';

/** Help texts of the commands and flags. */
export const commandWords = {
  program: safeText('Set up, watch and tune Anthropic access for OpenClaw. Without a command: the guided set-up.'),
  version: safeText('print the version of clawdial'),
  help: safeText('show this help'),
  helpHint: safeText('Run clawdial --help for the commands and flags.'),
  onboard: safeText('set up an API key or a setup-token, checked live before it is saved'),
  demo: safeText('look around with a made-up OpenClaw and a fake Anthropic; both are gone afterwards'),
  flags: {
    nonInteractive: safeText('ask nothing; take all answers from flags, stdin and the environment'),
    authChoice: safeText('apiKey, setup-token or token'),
    anthropicApiKey: safeText('the API key, or - to read it from stdin'),
    token: safeText('the setup-token, or - to read it from stdin'),
    tokenProvider: safeText('anthropic, the only provider that is served'),
    tokenProfileId: safeText('profile id (default anthropic:default)'),
    tokenExpiresIn: safeText('end to record for a setup-token, such as 365d'),
    agent: safeText('for these agents only (default: all, kept once with main)'),
    setDefaultModel: safeText('also make this the default model, such as anthropic/claude-opus-4-6'),
    check: safeText('how far the live check goes (default message)'),
    saveUnchecked: safeText('save even if the credential looks wrong or the check fails'),
    trustBaseUrl: safeText('send the credential to the config’s base URL although it is not Anthropic’s'),
    dryRun: safeText('show what would be written, and write nothing'),
    json: safeText('print the result as JSON'),
    acceptRisk: safeText('accepted for scripts written for openclaw onboard; changes nothing'),
    profile: safeText('OpenClaw profile: its state lies in ~/.openclaw-<name>'),
    dev: safeText('the profile dev'),
    stateDir: safeText('OpenClaw state directory (default ~/.openclaw)'),
    config: safeText('OpenClaw config file (default openclaw.json in the state directory)'),
    openclawVersion: safeText('treat the installation as this OpenClaw version'),
  },
} as const;
