import type { CheckCode } from '../../rules/doctor/check-codes.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { plural } from './amounts.ts';

/** What each check looks for, in a few words. */
export const checkWords: Readonly<Record<CheckCode, SafeText>> = {
  'config-broken': safeText('a config that cannot be read'),
  'config-refused': safeText('keys for which this version refuses the whole config'),
  'config-from-newer': safeText('a config that a newer OpenClaw wrote'),
  'duplicate-key': safeText('keys that stand twice in a config'),
  'linked-config': safeText('a config that is a symbolic link'),
  unwritable: safeText('places that cannot be written'),
  'foreign-owner': safeText('files that belong to another user'),
  'layout-disagreement': safeText('credential files of another layout than the version’s'),
  'store-broken': safeText('a credential store that cannot be read'),
  'store-hidden': safeText('a credential store that clawdial could not look into'),
  'profiles-dropped': safeText('profiles without a type or provider'),
  'migration-required': safeText('an old store file that stops a newer OpenClaw'),
  'stranded-file': safeText('credentials in a file that this version does not look at'),
  'unmoved-store': safeText('a shared store that was not marked as moved, so that nobody reads it'),
  'stray-file': safeText('old store files beside a database'),
  'empty-after-migration': safeText('a migration that lost the credentials'),
  'newer-database': safeText('a database that this version does not look into'),
  'newer-schema': safeText('a database that a newer OpenClaw made'),
  'legacy-file': safeText('credentials of an older release'),
  'unknown-model': safeText('models that this version does not know'),
  'model-not-listed': safeText('models that are not in this version’s list'),
  'dropped-fallback': safeText('fallback models that are not allowed'),
  'no-credential': safeText('agents without a credential that can be used'),
  'all-waiting': safeText('agents whose credentials all cool down or are disabled'),
  'profile-without-credential': safeText('declared profiles that no store holds'),
  'hidden-profile': safeText('stored profiles that auth.profiles keeps out'),
  'mode-mismatch': safeText('profiles declared with another mode than their type'),
  'provider-mismatch': safeText('profiles declared for another provider'),
  'blank-credential': safeText('profiles without a secret'),
  'unresolved-reference': safeText('profiles whose secret is kept elsewhere and is not there'),
  'inactive-replacement': safeText('replacements that were never activated'),
  'odd-expiry': safeText('ends of tokens that are no time'),
  'order-ghost': safeText('orders that name profiles which are not stored'),
  'wrong-type': safeText('setup-tokens stored as API keys, and the reverse'),
  'truncated-credential': safeText('credentials whose end was cut off'),
  'not-a-credential': safeText('stored values that are no credential'),
  expired: safeText('tokens that have expired'),
  'expires-soon': safeText('tokens that end within 30 days'),
  'oauth-refresh': safeText('logins that cannot be renewed'),
  'stale-copy': safeText('copies of a credential that are out of date'),
  'leftover-copy': safeText('copies under a name that is gone'),
  'duplicate-secret': safeText('one credential under several names'),
  'environment-takes-over': safeText('variables that are used instead of profiles'),
  'shadowed-environment': safeText('variables that wait behind profiles'),
  'api-key-beside-subscription': safeText('fallbacks that move the bill'),
  'failure-cleared': safeText('failures whose cooldown was wiped'),
  'absurd-wait': safeText('waits longer than OpenClaw ever gives'),
  'session-pin': safeText('sessions bound to a profile that cannot be used'),
  'cache-ttl-beaten': safeText('cacheControlTtl that has no effect'),
  'invalid-retention': safeText('cache values that OpenClaw does not understand'),
  'model-key': safeText('params under a name that is not the model’s'),
  'agent-id-form': safeText('agent ids whose params are ignored'),
  'retention-without-effect': safeText('retention that is never sent'),
  'hour-lost': safeText('an hour of cache that is sent as five minutes'),
  'cache-variable': safeText('cache variables without effect'),
  'retired-setting': safeText('settings and betas that do nothing any more'),
  context1m: safeText('context1m where it is not sent'),
  'beta-header': safeText('betas that push out needed ones'),
  'heartbeat-misses-cache': safeText('heartbeats that always miss the cache'),
  'open-secret': safeText('files with secrets that others can read'),
  'loose-file-mode': safeText('files with secrets that only their directory protects'),
  'loose-directory-mode': safeText('directories with credentials that others may enter'),
  'secret-in-audit-log': safeText('credentials in OpenClaw’s audit log'),
  'secret-in-history': safeText('credentials in the history of a shell'),
  'secret-in-backup': safeText('credentials in backups and archives'),
  'secret-in-git': safeText('credentials in a git work tree'),
  'dead-lock': safeText('locks of processes that are gone'),
  'locks-unseen': safeText('locks that OpenClaw cannot see the holder of'),
  'leftover-file': safeText('copies that interrupted writes left behind'),
  'tls-verification-off': safeText('certificates that are not checked'),
  'base-url': safeText('requests that go elsewhere than to Anthropic'),
  'credential-rejected': safeText('live: credentials that Anthropic rejects'),
  'credential-refused': safeText('live: credentials that may not do this'),
  'credential-unfunded': safeText('live: credentials that cannot be paid for'),
  'credential-limited': safeText('live: credentials at their limit now'),
  'credential-unproved': safeText('live: no answer that proves anything'),
  'clock-skew': safeText('live: a clock that is wrong'),
};

/** What `clawdial doctor` says around its findings. */
export const doctorWords = {
  headings: { problem: safeText('Problems'), warning: safeText('Warnings'), note: safeText('Notes') },
  clean: safeText('All is well.'),
  checked(checks: number, agents: number): SafeText {
    return say`${plural(checks, { one: say`${checks} check`, other: say`${checks} checks` })}, ${plural(agents, { one: say`${agents} agent`, other: say`${agents} agents` })}.`;
  },
  counts(problems: number, warnings: number, notes: number): SafeText {
    const all = [
      plural(problems, { one: say`${problems} problem`, other: say`${problems} problems` }),
      plural(warnings, { one: say`${warnings} warning`, other: say`${warnings} warnings` }),
      plural(notes, { one: say`${notes} note`, other: say`${notes} notes` }),
    ];
    return say`${joinSafe(all, say`, `)}.`;
  },
  fixable(count: number): SafeText {
    return say`${count} can be mended here, each change shown first:`;
  },
  agents(ids: SafeText): SafeText {
    return say`Agents: ${ids}`;
  },
  andMore(count: number): SafeText {
    return say`and ${count} more`;
  },
  verdicts: {
    valid: safeText('valid'),
    rejected: safeText('rejected'),
    limited: safeText('limited'),
    unfunded: safeText('unfunded'),
    refused: safeText('refused'),
    unreachable: safeText('unreachable'),
    unknown: safeText('unknown'),
  },
  asked(verdicts: SafeText): SafeText {
    return say`Anthropic says: ${verdicts}.`;
  },
  askedNothing: safeText('There was no credential to ask Anthropic about.'),
  absent: safeText('There is no OpenClaw here. Nothing was written.'),
} as const;

/** Wrong use of `clawdial doctor`. */
export const doctorUsageWords = {
  unknownCheck(code: SafeText): SafeText {
    return say`There is no check "${code}".`;
  },
  unknownCheckAdvice: safeText('clawdial doctor --list names all of them. Nothing was read or written.'),
} as const;

/** Help texts of `clawdial doctor`. */
export const doctorCommandWords = {
  help: safeText('find what is broken or unsafe, say why it hurts and how to mend it; exit 0 clean, 1 otherwise'),
  json: safeText('print the findings as JSON'),
  live: safeText('ask Anthropic about each credential too (one smallest message each)'),
  fix: safeText('mend what can be mended: shows each change and asks first'),
  yes: safeText('with --fix: make all changes without asking'),
  dryRun: safeText('with --fix: show all changes and make none'),
  only: safeText('these checks only; names after each other'),
  list: safeText('name all checks'),
} as const;
