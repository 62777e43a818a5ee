import type { Refusal, RouteError } from '../../rules/cache/route-error.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { listWords, pathWords } from '../neutral/config-text.ts';
import type { ProblemWords } from '../en/reading.ts';
import { plural } from './amounts.ts';
import { durationWords } from './duration.ts';
import { readProblemWords, standingWords } from './reading.ts';

/** Why OpenClaw would send nothing now. @param version of the OpenClaw at hand */
export function routeErrorWords(error: RouteError, version: SafeText): ProblemWords {
  switch (error.code) {
    case 'config-broken':
      return readProblemWords(error.problem, safeText(error.path));
    case 'config-refused':
      return refusalWords(error.refusal, error.more, version);
    case 'migration-required':
      return {
        title: say`OpenClaw ${version} loopt vast op ${safeText(error.path)}, een bestand van oudere versies.`,
        advice: say`Voer openclaw doctor --fix uit; dat neemt de inloggegevens erin over en hernoemt het.`,
      };
    case 'store-unreadable':
      return {
        title: say`OpenClaw ${version} stopt: ${readProblemWords(error.problem, safeText(error.path)).title}`,
        advice: readProblemWords(error.problem, safeText(error.path)).advice,
      };
    case 'unknown-model':
      return {
        title: say`OpenClaw ${version} kent het model ${safeText(error.ref)} niet.`,
        advice: say`Kies een ander model, of werk OpenClaw bij.`,
      };
    case 'no-credential':
      return noCredentialWords(error);
    case 'all-cooling':
    case 'all-disabled':
      return waitingWords(error);
  }
}

function refusalWords(refusal: Refusal, more: number, version: SafeText): ProblemWords {
  const others = more === 0 ? say`` : plural(more, { one: say` Nog één sleutel wordt geweigerd.`, other: say` Nog ${more} sleutels worden geweigerd.` });
  const { title, advice } = oneRefusal(refusal, version);
  return { title: say`${title} De hele config wordt geweigerd.${others}`, advice };
}

function oneRefusal({ path, because }: Refusal, version: SafeText): ProblemWords {
  const key = pathWords(path);
  switch (because.kind) {
    case 'too-early':
      return {
        title: say`OpenClaw ${version} aanvaardt ${key} niet.`,
        advice: say`Verwijder het, of werk OpenClaw bij: ${safeText(because.firstVersion)} aanvaardt het.`,
      };
    case 'gone':
      return {
        title: say`OpenClaw ${version} aanvaardt ${key} niet.`,
        advice:
          because.instead === null
            ? say`Verwijder het: alleen vóór ${safeText(because.lastBefore)} wordt het aanvaard.`
            : say`Verplaats het naar ${safeText(because.instead)}: op deze plek wordt het alleen vóór ${safeText(because.lastBefore)} aanvaard.`,
      };
    case 'missing':
      return {
        title: say`OpenClaw ${version} heeft ${key} nodig zodra er meer dan één agent is.`,
        advice: say`Stel het in op "${safeText(because.value)}", of voer openclaw doctor --fix uit.`,
      };
    case 'wrong-type':
      return {
        title: because.expected === 'list' ? say`${key} is geen lijst.` : say`${key} is geen object.`,
        advice: say`Verbeter het, of zet een back-up terug die naast de config ligt.`,
      };
    case 'agent-id':
      return agentIdWords(key, because, version);
    case 'several-defaults':
      return {
        title: say`${because.count} agents in ${key} hebben default: true, en OpenClaw ${version} aanvaardt er hoogstens één.`,
        advice: say`Laat het bij één van hen staan, of voer openclaw doctor --fix uit.`,
      };
    case 'two-owners':
      return {
        title: say`OpenClaw ${version} aanvaardt ${key} "explicit" niet naast een agent met default: true.`,
        advice: say`Verwijder een van beide.`,
      };
    case 'shared-agent-dir':
      return {
        title: say`De agents ${listWords(because.agentIds)} hebben dezelfde agentDir.`,
        advice: say`Geef elke agent een eigen map.`,
      };
  }
}

function agentIdWords(key: SafeText, { fault, instead }: Extract<Refusal['because'], { readonly kind: 'agent-id' }>, version: SafeText): ProblemWords {
  const advice = say`Schrijf ${safeText(instead)}, of voer openclaw doctor --fix uit; dat noemt hem zo.`;
  switch (fault) {
    case 'missing':
      return { title: say`${key} heeft geen id, en OpenClaw ${version} heeft er een nodig.`, advice };
    case 'twice':
      return { title: say`${key} is de id van een eerdere agent; dat aanvaardt OpenClaw ${version} niet.`, advice };
    case 'form':
      return { title: say`${key} is geen id zoals OpenClaw ${version} die wil: kleine letters, cijfers, - en _.`, advice };
  }
}

function noCredentialWords({ out }: Extract<RouteError, { readonly code: 'no-credential' }>): ProblemWords {
  const advice = say`Voer clawdial onboard uit om ze te geven.`;
  if (out.length === 0) return { title: say`Deze agent heeft geen Anthropic-inloggegevens.`, advice };
  const reasons = out.map(({ profileId, because }) => say`${safeText(profileId)}: ${standingWords({ state: 'unusable', because }, say``)}`);
  return { title: say`Deze agent heeft geen bruikbare Anthropic-inloggegevens (${joinSafe(reasons, say`; `)}).`, advice };
}

function waitingWords({ code, profileId, remainingMs, reason, count }: Extract<RouteError, { readonly code: 'all-cooling' | 'all-disabled' }>): ProblemWords {
  const state = code === 'all-disabled' ? say`is uitgeschakeld` : say`is in cooldown`;
  const why = reason === null ? say`` : say` (${safeText(reason)})`;
  const title =
    count === 1
      ? say`Het enige profiel, ${safeText(profileId)}, ${state}${why}.`
      : say`Alle ${count} profielen wachten; ${safeText(profileId)} is het eerst gereed, en ${state}${why}.`;
  return { title, advice: say`Het is gereed over ${durationWords(remainingMs)}. Wacht, of voeg met clawdial onboard een profiel toe.` };
}
