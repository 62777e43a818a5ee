import type { Detail } from '../../rules/doctor/detail.ts';
import type { Finding } from '../../rules/doctor/finding.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { withoutSecrets } from '../neutral/without-secrets.ts';
import { replaceCommands, saveCommands, shellWord } from '../neutral/command-lines.ts';
import { pathWords } from '../neutral/config-text.ts';
import type { Layout } from '../../openclaw/installation.ts';
import { plural } from './amounts.ts';
import { candidateName } from './candidate.ts';
import { diagnosisWords } from './credential.ts';
import { durationWords } from './duration.ts';
import { routeErrorWords } from './route-error.ts';
import { routeWarningWords } from './route-warning.ts';
import { warningWords } from './status.ts';

/** A finding as a person reads it. */
export interface FindingText {
  /** What is so, and why it hurts. */
  readonly message: SafeText;
  /** What to do, where no single command does it. */
  readonly advice: SafeText | null;
  /** Lines for a shell that mend it, in their order. */
  readonly commands: readonly SafeText[];
}

type DetailOf<What extends Detail['what']> = Extract<Detail, { readonly what: What }>;

/** What a finding says, with what mends it. @param now epoch ms */
export function findingText(finding: Finding, now: number): FindingText {
  const { message, advice, commands } = toldText(finding, now);
  return { message: withoutSecrets(message), advice: advice === null ? null : withoutSecrets(advice), commands: commands.map(withoutSecrets) };
}

function toldText({ told }: Finding, now: number): FindingText {
  switch (told.by) {
    case 'status':
      return warningWords(told.warning, told.agentId, now);
    case 'route':
      return { message: routeWarningWords(told.warning), advice: null, commands: [] };
    case 'route-error': {
      const { title, advice } = routeErrorWords(told.error, safeText(told.version));
      return { message: title, advice, commands: [] };
    }
    case 'doctor':
      return detailText(told.detail);
  }
}

function detailText(detail: Detail): FindingText {
  switch (detail.what) {
    case 'config-from-newer':
      return {
        message: say`OpenClaw ${safeText(detail.wroteIt)} wrote this config, and ${safeText(detail.installed)} is installed: what the older one does not know, it refuses.`,
        advice: say`Update OpenClaw, or put back a backup of the config from its version.`,
        commands: [],
      };
    case 'duplicate-key':
      return { message: say`${pathWords(detail.keys)} stands here for the second time: the earlier one counts for nothing.`, advice: say`Keep one of them.`, commands: [] };
    case 'linked-config':
      return {
        message: say`The config is a symbolic link. OpenClaw puts a plain file in its place with its next write, and the file behind the link is left as it was.`,
        advice: say`clawdial keeps the link. To let OpenClaw write it too, set OPENCLAW_CONFIG_PATH to the file itself.`,
        commands: [],
      };
    case 'unwritable':
      return {
        message: say`This cannot be written (${safeText(detail.failure)}): OpenClaw loses cooldowns and renewed logins, and nothing can be saved.`,
        advice: say`Run this as the user that OpenClaw runs as, or give that user the right to write there.`,
        commands: [],
      };
    case 'foreign-owner':
      return {
        message: say`This belongs to another user (${detail.owner}) than the state directory (${detail.stateOwner}): OpenClaw cannot read or replace it, as after a sudo.`,
        advice: null,
        commands: [say`sudo chown ${detail.stateOwner} ${shellWord(detail.path)}`],
      };
    case 'session-pin':
      return {
        message: say`${plural(detail.sessions, { one: say`${detail.sessions} session`, other: say`${detail.sessions} sessions` })} of ${safeText(detail.agentId)} ${plural(detail.sessions, { one: say`is`, other: say`are` })} bound to ${safeText(detail.profileId)}, which cannot be used: OpenClaw tries nothing else there.`,
        advice: say`Begin a new session there (/new), or choose another profile (/model).`,
        commands: [],
      };
    case 'dropped-fallback':
      return {
        message: say`agents.defaults.models is also the list of models that may be used, and ${list(detail.models)} is not in it: OpenClaw drops the fallback without a word.`,
        advice: null,
        commands: [],
      };
    case 'layout-disagreement':
      return layoutText(detail);
    case 'profile-without-credential':
      return {
        message: say`auth.profiles declares ${safeText(detail.profileId)}, but no store holds a credential for it.`,
        advice: null,
        commands: saveCommands({ profileId: detail.profileId, type: detail.type ?? 'api_key', own: false }, ''),
      };
    case 'hidden-profile':
      return hiddenText(detail);
    case 'order-ghost':
      return {
        message:
          detail.left === 0
            ? say`The order names only what is not stored (${list(detail.profileIds)}), so OpenClaw tries no profile at all.`
            : say`The order names ${list(detail.profileIds)}, which no store holds.`,
        advice: say`Write the order anew with the profiles that you want:`,
        commands: [say`clawdial models auth order set ID…`],
      };
    case 'truncated-credential':
      return {
        message: say`${safeText(detail.profile.profileId)} has ${detail.length} characters, where a whole credential has 108: its end was cut off, most likely by a narrow window. Anthropic rejects it.`,
        advice: null,
        commands: replaceCommands(detail.profile, detail.agentId),
      };
    case 'not-a-credential':
      return {
        message: say`${safeText(detail.profile.profileId)} holds no credential. ${diagnosisWords(detail.diagnosis).title}`,
        advice: null,
        commands: replaceCommands(detail.profile, detail.agentId),
      };
    case 'oauth-refresh':
      return {
        message:
          detail.because === 'no-refresh-token'
            ? say`The login ${safeText(detail.profileId)} has expired and has no refresh token, so OpenClaw cannot renew it.`
            : say`The login ${safeText(detail.profileId)} has expired, and Anthropic has refused it since: OpenClaw could not renew it.`,
        advice: say`Use a setup-token instead:`,
        commands: [say`claude setup-token`, say`clawdial onboard --token - --token-profile-id anthropic:subscription --token-expires-in 365d`],
      };
    case 'duplicate-secret':
      return {
        message: say`${list(detail.holders.map(({ profileId }) => profileId))} are one credential: taking turns between them changes nothing, and a new key must be saved for each.`,
        advice: say`Keep one of them.`,
        commands: detail.holders.slice(1).map(({ profileId }) => say`clawdial models auth remove ${shellWord(profileId)}`),
      };
    case 'heartbeat-misses-cache':
      return {
        message: say`${safeText(detail.agentId)} wakes every ${durationWords(detail.everyMs)}, when its cache of ${safeText(detail.ttl === '1h' ? '1 hour' : '5 minutes')} is gone: each beat pays for writing it again.`,
        advice: null,
        commands: [say`clawdial cache advise ${shellWord(detail.agentId)}`],
      };
    case 'open-secret':
    case 'loose-mode':
      return modeText(detail);
    case 'secret-lines':
      return secretLinesText(detail);
    case 'secret-in-git':
      return {
        message: detail.tracked
          ? say`This file holds secrets, and git keeps it in ${safeText(detail.workTree)}: whoever has the repository has them.`
          : say`This file holds secrets, and a link leads into the git work tree ${safeText(detail.workTree)}: one commit keeps them for ever.`,
        advice: detail.tracked ? say`Take it out of git, then replace the credentials:` : say`Move it out, or name it in .gitignore before the next commit.`,
        commands: detail.tracked ? [say`git -C ${shellWord(detail.workTree)} rm --cached ${shellWord(detail.path)}`] : [],
      };
    case 'dead-lock':
      return {
        message:
          detail.pid === null
            ? say`This lock names no process and is ${durationWords(detail.ageMs)} old: whoever made it is gone.`
            : say`Process ${detail.pid}, which made this lock ${durationWords(detail.ageMs)} ago, is gone.`,
        advice: null,
        commands: [],
      };
    case 'locks-unseen':
      return detail.why === 'container'
        ? {
            message: say`This is a container, and an OpenClaw outside of it takes our lock for that of a dead process. What both write at the same moment is compared, read back and made again, but no lock keeps them apart.`,
            advice: say`If OpenClaw runs elsewhere, run clawdial there too, inside of the container that OpenClaw runs in.`,
            commands: [],
          }
        : {
            message: say`You are root, and this directory belongs to user ${detail.uid}: an OpenClaw of that user before 2026.5.20 takes a lock of root for that of a dead process. What both write at the same moment is compared, read back and made again, but no lock keeps them apart.`,
            advice: say`Run clawdial as that user.`,
            commands: [],
          };
    case 'leftover-file':
      return {
        message: say`${safeText(detail.by === 'clawdial' ? 'clawdial' : 'OpenClaw')} was interrupted while it wrote and left this copy behind. It may hold secrets.`,
        advice: null,
        commands: [say`rm ${shellWord(detail.path)}`],
      };
    case 'tls-verification-off':
      return {
        message: say`NODE_TLS_REJECT_UNAUTHORIZED is 0: OpenClaw takes any certificate, and whoever stands between reads the credential.`,
        advice: null,
        commands: [say`unset NODE_TLS_REJECT_UNAUTHORIZED`],
      };
    case 'base-url':
      return baseUrlText(detail);
    case 'live': {
      const { source, finding } = detail.fact;
      const meaning = finding?.meaning ?? say`valid`;
      return { message: say`${candidateName(source)}: ${meaning}`, advice: finding?.advice ?? null, commands: [] };
    }
    case 'clock-skew':
      return {
        message:
          detail.aheadMs > 0
            ? say`This machine’s clock is ${durationWords(detail.aheadMs)} ahead of Anthropic’s: tokens end and cooldowns are over too early.`
            : say`This machine’s clock is ${durationWords(-detail.aheadMs)} behind Anthropic’s: tokens seem good and cooldowns last for too long.`,
        advice: say`Set the clock, best by the network:`,
        commands: [say`sudo timedatectl set-ntp true`],
      };
  }
}

const ages: readonly Layout[] = ['single-file', 'split-files', 'agent-database', 'shared-database'];

function layoutText({ version, reason }: DetailOf<'layout-disagreement'>): FindingText {
  const filesAreOlder = ages.indexOf(reason.filesSay) < ages.indexOf(reason.versionSays);
  const message =
    reason.versionSays === 'unknown'
      ? say`Stores of several layouts lie here, and no version is known: which of them counts is not clear.`
      : say`OpenClaw ${safeText(version)} keeps credentials as ${safeText(reason.versionSays)}, but this is ${safeText(reason.filesSay)}: it does not see them.`;
  if (filesAreOlder) return { message, advice: say`Let OpenClaw take them over:`, commands: [say`openclaw doctor --fix`] };
  return { message, advice: say`Update OpenClaw to the version that wrote them.`, commands: [] };
}

function hiddenText({ profileId, takesOver }: DetailOf<'hidden-profile'>): FindingText {
  const hint = takesOver === null ? say`` : say` Once listed, it is used before ${safeText(takesOver)}.`;
  return {
    message: say`${safeText(profileId)} is stored, but auth.profiles of the config lists others and not this one, so OpenClaw never uses it.${hint}`,
    advice: null,
    commands: [],
  };
}

function modeText(detail: DetailOf<'open-secret' | 'loose-mode'>): FindingText {
  const mode = safeText(detail.mode.toString(8).padStart(4, '0'));
  const text = (message: SafeText): FindingText => ({ message, advice: null, commands: [] });
  if (detail.what === 'open-secret') {
    return text(detail.mayWrite ? say`Other users of this machine can read and change this file (${mode}), and it holds secrets.` : say`Other users of this machine can read this file (${mode}), and it holds secrets.`);
  }
  if (detail.kind === 'file') return text(say`Its mode (${mode}) lets others in; only the directories above keep them out.`);
  return text(detail.reachable ? say`Other users of this machine may enter this directory (${mode}).` : say`Its mode (${mode}) lets others in; only the directories above keep them out.`);
}

function secretLinesText({ in: where, path, count, lines }: DetailOf<'secret-lines'>): FindingText {
  const many = plural(count, { one: say`${count} line`, other: say`${count} lines` });
  const numbers = count === lines.length ? joinSafe(lines.map((line) => safeText(String(line))), say`, `) : null;
  const remove = numbers === null ? say`delete these lines` : count === 1 ? say`delete line ${numbers}` : say`delete the lines ${numbers}`;
  switch (where) {
    case 'audit-log':
      return { message: say`OpenClaw’s audit log holds a credential in clear (${many}), as it was given on a command line.`, advice: say`Replace that credential, then ${remove}.`, commands: [] };
    case 'shell-history':
      return { message: say`This history holds a credential in clear (${many}).`, advice: say`Replace that credential, then ${remove}.`, commands: [] };
    case 'backup':
      return { message: say`This backup still holds credentials (${many}), also those that were replaced since.`, advice: say`When you do not need it:`, commands: [say`rm ${shellWord(path)}`] };
  }
}

function baseUrlText({ kind, shown }: DetailOf<'base-url'>): FindingText {
  const commands = [say`openclaw config unset models.providers.anthropic.baseUrl`];
  if (kind === 'foreign') return { message: say`Credentials are sent to ${safeText(shown)}, which is not Anthropic’s.`, advice: say`If you do not run or trust that server:`, commands };
  return { message: say`Credentials would be sent to ${safeText(shown)}, which is not safe: only https, or http on this machine.`, advice: null, commands };
}

/** At most five names; the rest is counted. */
function list(ids: readonly string[]): SafeText {
  const shown = joinSafe(ids.slice(0, 5).map(safeText), say`, `);
  return ids.length > 5 ? say`${shown} and ${ids.length - 5} more` : shown;
}
