import type { Refusal, RouteError } from '../../rules/cache/route-error.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { listWords, pathWords } from '../neutral/config-text.ts';
import { durationWords } from './duration.ts';
import { readProblemWords, standingWords, type ProblemWords } from './reading.ts';

/** Why OpenClaw would send nothing now. @param version of the OpenClaw at hand */
export function routeErrorWords(error: RouteError, version: SafeText): ProblemWords {
  switch (error.code) {
    case 'config-broken':
      return readProblemWords(error.problem, safeText(error.path));
    case 'config-refused':
      return refusalWords(error.refusal, error.more, version);
    case 'migration-required':
      return {
        title: say`OpenClaw ${version} stops at ${safeText(error.path)}, a file of older versions.`,
        advice: say`Run openclaw doctor --fix, which takes its credentials over and renames it.`,
      };
    case 'store-unreadable':
      return {
        title: say`OpenClaw ${version} stops: ${readProblemWords(error.problem, safeText(error.path)).title}`,
        advice: readProblemWords(error.problem, safeText(error.path)).advice,
      };
    case 'unknown-model':
      return {
        title: say`OpenClaw ${version} does not know the model ${safeText(error.ref)}.`,
        advice: say`Choose another model, or update OpenClaw.`,
      };
    case 'no-credential':
      return noCredentialWords(error);
    case 'all-cooling':
    case 'all-disabled':
      return waitingWords(error);
  }
}

function refusalWords(refusal: Refusal, more: number, version: SafeText): ProblemWords {
  const others = more === 0 ? say`` : more === 1 ? say` One more key is refused.` : say` ${more} more keys are refused.`;
  const { title, advice } = oneRefusal(refusal, version);
  return { title: say`${title} The whole config is refused.${others}`, advice };
}

function oneRefusal({ path, because }: Refusal, version: SafeText): ProblemWords {
  const key = pathWords(path);
  switch (because.kind) {
    case 'too-early':
      return {
        title: say`OpenClaw ${version} does not accept ${key}.`,
        advice: say`Remove it, or update OpenClaw: ${safeText(because.firstVersion)} accepts it.`,
      };
    case 'gone':
      return {
        title: say`OpenClaw ${version} does not accept ${key}.`,
        advice:
          because.instead === null
            ? say`Remove it: it is accepted before ${safeText(because.lastBefore)} only.`
            : say`Move it to ${safeText(because.instead)}: at its place it is accepted before ${safeText(because.lastBefore)} only.`,
      };
    case 'missing':
      return {
        title: say`OpenClaw ${version} needs ${key} as soon as there is more than one agent.`,
        advice: say`Set it to "${safeText(because.value)}", or run openclaw doctor --fix.`,
      };
    case 'wrong-type':
      return {
        title: because.expected === 'list' ? say`${key} is not a list.` : say`${key} is not an object.`,
        advice: say`Correct it, or restore a backup that lies beside the config.`,
      };
    case 'agent-id':
      return agentIdWords(key, because, version);
    case 'several-defaults':
      return {
        title: say`${because.count} agents in ${key} have default: true, and OpenClaw ${version} takes one at most.`,
        advice: say`Leave it on one of them, or run openclaw doctor --fix.`,
      };
    case 'two-owners':
      return {
        title: say`OpenClaw ${version} does not accept ${key} "explicit" beside an agent with default: true.`,
        advice: say`Remove one of the two.`,
      };
    case 'shared-agent-dir':
      return {
        title: say`The agents ${listWords(because.agentIds)} have the same agentDir.`,
        advice: say`Give each agent a directory of its own.`,
      };
  }
}

function agentIdWords(key: SafeText, { fault, instead }: Extract<Refusal['because'], { readonly kind: 'agent-id' }>, version: SafeText): ProblemWords {
  const advice = say`Write ${safeText(instead)}, or run openclaw doctor --fix, which names it so.`;
  switch (fault) {
    case 'missing':
      return { title: say`${key} has no id, which OpenClaw ${version} needs.`, advice };
    case 'twice':
      return { title: say`${key} is the id of an agent before it, which OpenClaw ${version} does not accept.`, advice };
    case 'form':
      return { title: say`${key} is no id as OpenClaw ${version} wants it: small letters, digits, - and _.`, advice };
  }
}

function noCredentialWords({ out }: Extract<RouteError, { readonly code: 'no-credential' }>): ProblemWords {
  const advice = say`Run clawdial onboard to give it one.`;
  if (out.length === 0) return { title: say`This agent has no Anthropic credential.`, advice };
  const reasons = out.map(({ profileId, because }) => say`${safeText(profileId)}: ${standingWords({ state: 'unusable', because }, say``)}`);
  return { title: say`This agent has no Anthropic credential that can be used (${joinSafe(reasons, say`; `)}).`, advice };
}

function waitingWords({ code, profileId, remainingMs, reason, count }: Extract<RouteError, { readonly code: 'all-cooling' | 'all-disabled' }>): ProblemWords {
  const state = code === 'all-disabled' ? say`disabled` : say`cooling down`;
  const why = reason === null ? say`` : say` (${safeText(reason)})`;
  const title =
    count === 1
      ? say`The only profile, ${safeText(profileId)}, is ${state}${why}.`
      : say`All ${count} profiles are waiting; ${safeText(profileId)} is ready first, and is ${state}${why}.`;
  return { title, advice: say`It is ready in ${durationWords(remainingMs)}. Wait, or add another profile with clawdial onboard.` };
}
