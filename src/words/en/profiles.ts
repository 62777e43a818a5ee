import type { ProfileRefusal, ProfileWarning, ProfileWish } from '../../changes/profiles/profile-plan.ts';
import type { Candidate, CandidateSource } from '../../rules/candidate.ts';
import type { ProfileEffect } from '../../rules/profile-effects.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';
import { listWords, pathWords } from '../neutral/config-text.ts';
import { cacheRefusalWords, cacheWarningWords } from './cache-editor.ts';
import { candidateName, referenceWords } from './candidate.ts';
import { refusalWords } from './changes.ts';
import { reasonWords, stateWords, verdictWords } from './dashboard.ts';
import { timeWords } from './date.ts';
import { programProblemWords } from './openclaw-program.ts';

/** What a change does, for people and for the journal. */
export const profileTitle = {
  orderSet(agent: SafeText): SafeText {
    return say`Set the order of ${agent}`;
  },
  orderClear(agent: SafeText): SafeText {
    return say`Clear the order of ${agent}`;
  },
  rotate(profile: SafeText): SafeText {
    return say`Give ${profile} a new secret`;
  },
  remove(profile: SafeText): SafeText {
    return say`Remove ${profile}`;
  },
  activate(profile: SafeText, agent: SafeText): SafeText {
    return say`Activate ${profile} for ${agent}`;
  },
  rename(profile: SafeText, to: SafeText): SafeText {
    return say`Rename ${profile} to ${to}`;
  },
  copy(profile: SafeText, agent: SafeText): SafeText {
    return say`Copy ${profile} to ${agent}`;
  },
  refresh(profile: SafeText): SafeText {
    return say`Bring the copies of ${profile} up to date`;
  },
  refreshAll: say`Bring stale copies up to date`,
  clear(profile: SafeText): SafeText {
    return say`End the wait of ${profile}`;
  },
  clearForced(profile: SafeText, reason: SafeText): SafeText {
    return say`End the wait of ${profile}, unproved: ${reason}`;
  },
} as const;

/** `main: anthropic:default → anthropic:work`; the same profile with another secret says so. */
export function profileEffectWords({ agentId, before, after, backAt }: ProfileEffect): SafeText {
  const isSame = before !== null && after !== null && sourceKey(before.source) === sourceKey(after.source);
  if (isSame) return say`${safeText(agentId)}: ${usedWords(after)}, with the new secret`;
  return say`${safeText(agentId)}: ${usedWords(before)} → ${backAt === null ? usedWords(after) : say`nothing until ${timeWords(backAt)}`}`;
}

function usedWords(candidate: Candidate | null): SafeText {
  return candidate === null ? say`nothing` : candidateName(candidate.source);
}

function sourceKey(source: CandidateSource): string {
  return source.from === 'profile' ? source.profileId : source.from === 'variable' ? source.name : source.from;
}

export function profileWarningWords(warning: ProfileWarning): SafeText {
  switch (warning.code) {
    case 'gateway':
      return cacheWarningWords(warning);
    case 'gateway-memory':
      return say`A gateway seems to run on port ${warning.port}. It keeps the stores in memory: it may write its own copy back over this, until it is restarted.`;
    case 'nothing-left':
      return say`${listWords(warning.agentIds)}: nothing is left to reach Anthropic with.`;
    case 'left-out':
      return say`Not in this order, so OpenClaw does not try them any more: ${listWords(warning.profileIds)}.`;
    case 'mentioned':
      return say`The config still names ${safeText(warning.profileId)} at ${joinSafe(warning.paths.map(pathWords), say`, `)}. That is left as it is.`;
    case 'wait-stays':
      return say`${safeText(warning.profileId)} goes on waiting until ${timeWords(warning.until)} (${waitWords(warning.reason, warning.model)}): nothing proved speaks against that.`;
    case 'stays-unused':
      return say`${safeText(warning.agentId)} has it, but OpenClaw does not try it there: ${stateWords({ state: 'unusable', because: warning.because }, say``)}.`;
    case 'inherits-order':
      return say`${safeText(warning.agentId)} follows the order of the main store from now on.`;
    case 'pins':
      return say`Sessions of ${listWords(warning.agentIds)} are pinned to ${safeText(warning.profileId)}; they ask for it until they start anew (/new).`;
    case 'by-openclaw':
      return say`OpenClaw does this itself, so clawdial undo cannot take it back.`;
    case 'tested-first':
      return say`OpenClaw first sends one short request with ${safeText(warning.profileId)}, which is billed. Then the model of ${safeText(warning.agentId)} asks for this profile; if the test fails, nothing changes.`;
    case 'moves-first':
      return say`OpenClaw puts what it saves first: ${safeText(warning.profileId)} moves to the front of auth.order in the config.`;
    case 'not-revoked':
      return warning.type === 'api_key'
        ? say`The key itself still works at Anthropic: delete it in the Claude Console too if nobody needs it.`
        : say`The token itself stays good at Anthropic until it ends or its owner signs out everywhere.`;
  }
}

function waitWords(reason: string | null, model: string | null): SafeText {
  const why = reason === null ? say`no reason noted` : reasonWords(reason);
  return model === null ? why : say`${why}, for ${safeText(model)} only`;
}

export function profileRefusalWords(reason: ProfileRefusal): Explanation {
  switch (reason.code) {
    case 'layout':
      return {
        title: say`This OpenClaw keeps its credentials in a form that clawdial does not write (${safeText(reason.layout)}). Nothing was changed.`,
        advice: openclawInstead(reason.wish),
      };
    case 'program':
      return { title: programProblemWords(reason.problem), advice: openclawInstead(reason.wish) };
    case 'gateway':
      return {
        title: say`A gateway seems to run on port ${reason.port}. This version keeps stores in memory and may write its own copy back. Nothing was changed.`,
        advice: say`Stop it (openclaw gateway stop), do this again, then start it. On the command line --force goes on all the same.`,
      };
    case 'unknown-profile':
      return { title: say`There is no profile ${safeText(reason.profileId)}. Nothing was changed.`, advice: knownWords(reason.meant, reason.known) };
    case 'other-provider':
      return {
        title: say`${safeText(reason.profileId)} belongs to ${safeText(reason.provider)}. Nothing was changed.`,
        advice: say`clawdial looks after the credentials of Anthropic only.`,
      };
    case 'taken':
      return {
        title: say`The name ${safeText(reason.profileId)} is in use, or was and is still in a list. Nothing was changed.`,
        advice: say`Choose another name.`,
      };
    case 'other-secret-type':
      return {
        title: say`${safeText(reason.profileId)} is of the type ${safeText(reason.stored)}, and this is a credential of the type ${safeText(reason.given)}. Nothing was changed.`,
        advice: say`Add it under a name of its own, then remove the old profile.`,
      };
    case 'reference':
      return {
        title: say`The secret of ${safeText(reason.profileId)} comes ${referenceWords(reason.reference)}. Nothing was changed.`,
        advice: say`Change it at that place.`,
      };
    case 'oauth':
      return {
        title: say`${safeText(reason.profileId)} is a sign-in (oauth), which has no secret to paste. Nothing was changed.`,
        advice: say`Sign in again with OpenClaw: openclaw models auth login`,
      };
    case 'differs':
      return {
        title: say`${safeText(reason.agentId)} has another credential under the name ${safeText(reason.profileId)}. Nothing was changed.`,
        advice: say`clawdial models auth refresh-copies brings it up to date with the main store.`,
      };
    case 'which-one':
      return {
        title: say`${listWords(reason.agentIds)} have ${safeText(reason.profileId)} with different secrets. Nothing was changed.`,
        advice: say`Say whose is meant: --from AGENT.`,
      };
    case 'not-there':
      return { title: say`${safeText(reason.agentId)} has no ${safeText(reason.profileId)} of its own. Nothing was changed.`, advice: say`clawdial models auth list shows who has what.` };
    case 'no-profiles':
      return { title: say`No profile was named. Nothing was changed.`, advice: say`Name the profiles in the order in which OpenClaw shall try them.` };
    case 'inherited-in-order':
      return {
        title: say`${safeText(reason.agentId)} only inherits ${listWords(reason.profileIds)}. This OpenClaw leaves what is inherited out of an agent’s order, and says that it is done. Nothing was changed.`,
        advice: say`Save it for ${safeText(reason.agentId)} as well, then set the order: openclaw models auth --agent ${safeText(reason.agentId)} paste-api-key or paste-token. From ${safeText(reason.firstVersion)} OpenClaw takes it.`,
      };
    case 'not-inactive':
      return { title: say`${safeText(reason.profileId)} is no replacement that waits to be activated. Nothing was changed.`, advice: say`clawdial models auth list shows how it stands.` };
    case 'not-disproved':
      return {
        title: say`${safeText(reason.profileId)} waits until ${timeWords(reason.until)} (${waitWords(reason.reason, reason.model)}), and the check (${verdictWords[reason.verdict]}) says nothing against that. Nothing was changed.`,
        advice: say`Leave it, or end the wait on your own word: clawdial models auth clear-cooldown ${safeText(reason.profileId)} --force "your reason"`,
      };
    case 'config':
      return cacheRefusalWords(reason.reason);
    case 'broken-store':
    case 'profile-id':
    case 'unknown-agent':
    case 'edit':
      return refusalWords(reason);
  }
}

function knownWords(meant: string | null, known: readonly string[]): SafeText {
  if (meant !== null) return say`Did you mean ${safeText(meant)}?`;
  return known.length === 0 ? say`No profile of Anthropic is stored yet: clawdial onboard` : say`There are: ${listWords(known)}.`;
}

/** What to do where only OpenClaw writes: its own command, or the steps that are safe. */
function openclawInstead(wish: ProfileWish): SafeText {
  switch (wish.action) {
    case 'order-set':
      return say`OpenClaw does it itself: openclaw models auth order set --provider anthropic --agent ${safeText(wish.agentId)} ${joinSafe(wish.profileIds.map(safeText), say` `)}`;
    case 'order-clear':
      return say`OpenClaw does it itself: openclaw models auth order clear --provider anthropic --agent ${safeText(wish.agentId)}`;
    case 'rotate': {
      const verb = wish.credential.type === 'api_key' ? say`paste-api-key` : say`paste-token`;
      return say`OpenClaw does it itself, the secret on standard input: openclaw models auth ${verb} --provider anthropic --profile-id ${safeText(wish.profileId)}`;
    }
    case 'remove':
      return say`From 2026.8.1 OpenClaw does it itself: openclaw models auth logout ${safeText(wish.profileId)} --yes. Before that, clear it in its own screens.`;
    case 'activate':
      return say`OpenClaw does it itself: openclaw models auth activate ${safeText(wish.profileId)} --agent ${safeText(wish.agentId)}`;
    case 'rename':
      return say`Save it again under the new name (openclaw models auth paste-api-key or paste-token, --profile-id ${safeText(wish.to)}), then remove the old one (openclaw models auth logout).`;
    case 'copy':
      return say`Save it once more for that agent: openclaw models auth paste-api-key or paste-token, --agent ${safeText(wish.to)}`;
    case 'refresh-copies':
      return say`Agents read the shared store through here. Where one keeps its own, save it again: openclaw models auth paste-api-key or paste-token, --agent AGENT`;
    case 'clear-cooldown':
      return say`OpenClaw ends the wait itself when it is over, and at once with the next success. Signing in again clears it too: openclaw models auth login --provider anthropic --profile-id ${safeText(wish.profileId)}`;
  }
}
