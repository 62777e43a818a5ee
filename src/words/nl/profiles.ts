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
    return say`De volgorde van ${agent} vastleggen`;
  },
  orderClear(agent: SafeText): SafeText {
    return say`De volgorde van ${agent} wissen`;
  },
  rotate(profile: SafeText): SafeText {
    return say`${profile} een nieuw geheim geven`;
  },
  remove(profile: SafeText): SafeText {
    return say`${profile} verwijderen`;
  },
  activate(profile: SafeText, agent: SafeText): SafeText {
    return say`${profile} activeren voor ${agent}`;
  },
  rename(profile: SafeText, to: SafeText): SafeText {
    return say`${profile} hernoemen naar ${to}`;
  },
  copy(profile: SafeText, agent: SafeText): SafeText {
    return say`${profile} kopiëren naar ${agent}`;
  },
  refresh(profile: SafeText): SafeText {
    return say`De kopieën van ${profile} bijwerken`;
  },
  refreshAll: say`Verouderde kopieën bijwerken`,
  clear(profile: SafeText): SafeText {
    return say`Het wachten van ${profile} beëindigen`;
  },
  clearForced(profile: SafeText, reason: SafeText): SafeText {
    return say`Het wachten van ${profile} beëindigen, onbewezen: ${reason}`;
  },
} as const;

/** `main: anthropic:default → anthropic:work`; the same profile with another secret says so. */
export function profileEffectWords({ agentId, before, after, backAt }: ProfileEffect): SafeText {
  const isSame = before !== null && after !== null && sourceKey(before.source) === sourceKey(after.source);
  if (isSame) return say`${safeText(agentId)}: ${usedWords(after)}, met het nieuwe geheim`;
  return say`${safeText(agentId)}: ${usedWords(before)} → ${backAt === null ? usedWords(after) : say`niets tot ${timeWords(backAt)}`}`;
}

function usedWords(candidate: Candidate | null): SafeText {
  return candidate === null ? say`niets` : candidateName(candidate.source);
}

function sourceKey(source: CandidateSource): string {
  return source.from === 'profile' ? source.profileId : source.from === 'variable' ? source.name : source.from;
}

export function profileWarningWords(warning: ProfileWarning): SafeText {
  switch (warning.code) {
    case 'gateway':
      return cacheWarningWords(warning);
    case 'gateway-memory':
      return say`Op poort ${warning.port} lijkt een gateway te draaien. Die houdt de opslag in het geheugen en kan zijn eigen kopie terugschrijven, tot hij opnieuw wordt gestart.`;
    case 'nothing-left':
      return say`${listWords(warning.agentIds)}: er blijft niets over om Anthropic mee te bereiken.`;
    case 'left-out':
      return say`Niet in deze volgorde, dus OpenClaw probeert ze niet meer: ${listWords(warning.profileIds)}.`;
    case 'mentioned':
      return say`De config noemt ${safeText(warning.profileId)} nog bij ${joinSafe(warning.paths.map(pathWords), say`, `)}. Dat blijft zoals het is.`;
    case 'wait-stays':
      return say`${safeText(warning.profileId)} blijft wachten tot ${timeWords(warning.until)} (${waitWords(warning.reason, warning.model)}): niets wat bewezen is, spreekt daartegen.`;
    case 'stays-unused':
      return say`${safeText(warning.agentId)} heeft het, maar OpenClaw probeert het daar niet: ${stateWords({ state: 'unusable', because: warning.because }, say``)}.`;
    case 'inherits-order':
      return say`${safeText(warning.agentId)} volgt vanaf nu de volgorde van de hoofdopslag.`;
    case 'pins':
      return say`Sessies van ${listWords(warning.agentIds)} zijn vastgezet op ${safeText(warning.profileId)}; ze vragen erom tot ze opnieuw beginnen (/new).`;
    case 'by-openclaw':
      return say`OpenClaw doet dit zelf, dus clawdial undo kan het niet terugdraaien.`;
    case 'tested-first':
      return say`OpenClaw stuurt eerst één korte aanvraag met ${safeText(warning.profileId)}; die wordt berekend. Daarna vraagt het model van ${safeText(warning.agentId)} om dit profiel; mislukt de proef, dan verandert er niets.`;
    case 'moves-first':
      return say`OpenClaw zet wat het opslaat vooraan: ${safeText(warning.profileId)} gaat naar het begin van auth.order in de config.`;
    case 'not-revoked':
      return warning.type === 'api_key'
        ? say`De sleutel zelf werkt nog bij Anthropic: verwijder hem ook in de Claude Console als niemand hem nodig heeft.`
        : say`De token zelf blijft geldig bij Anthropic tot het afloopt of de eigenaar zich overal afmeldt.`;
  }
}

function waitWords(reason: string | null, model: string | null): SafeText {
  const why = reason === null ? say`geen reden genoteerd` : reasonWords(reason);
  return model === null ? why : say`${why}, alleen voor ${safeText(model)}`;
}

export function profileRefusalWords(reason: ProfileRefusal): Explanation {
  switch (reason.code) {
    case 'layout':
      return {
        title: say`Deze OpenClaw bewaart zijn inloggegevens in een vorm die clawdial niet schrijft (${safeText(reason.layout)}). Er is niets gewijzigd.`,
        advice: openclawInstead(reason.wish),
      };
    case 'program':
      return { title: programProblemWords(reason.problem), advice: openclawInstead(reason.wish) };
    case 'gateway':
      return {
        title: say`Op poort ${reason.port} lijkt een gateway te draaien. Deze versie houdt de opslag in het geheugen en kan haar eigen kopie terugschrijven. Er is niets gewijzigd.`,
        advice: say`Stop hem (openclaw gateway stop), doe dit opnieuw en start hem dan weer. Op de opdrachtregel gaat --force toch door.`,
      };
    case 'unknown-profile':
      return { title: say`Er is geen profiel ${safeText(reason.profileId)}. Er is niets gewijzigd.`, advice: knownWords(reason.meant, reason.known) };
    case 'other-provider':
      return {
        title: say`${safeText(reason.profileId)} is van ${safeText(reason.provider)}. Er is niets gewijzigd.`,
        advice: say`clawdial bedient alleen inloggegevens van Anthropic.`,
      };
    case 'taken':
      return {
        title: say`De naam ${safeText(reason.profileId)} is in gebruik, of was dat en staat nog in een lijst. Er is niets gewijzigd.`,
        advice: say`Kies een andere naam.`,
      };
    case 'other-secret-type':
      return {
        title: say`${safeText(reason.profileId)} is van het type ${safeText(reason.stored)}, en dit zijn inloggegevens van het type ${safeText(reason.given)}. Er is niets gewijzigd.`,
        advice: say`Voeg het onder een eigen naam toe en verwijder dan het oude profiel.`,
      };
    case 'reference':
      return {
        title: say`Het geheim van ${safeText(reason.profileId)} komt ${referenceWords(reason.reference)}. Er is niets gewijzigd.`,
        advice: say`Wijzig het op die plek.`,
      };
    case 'oauth':
      return {
        title: say`${safeText(reason.profileId)} is een login (oauth) en heeft geen geheim om te plakken. Er is niets gewijzigd.`,
        advice: say`Log opnieuw in met OpenClaw: openclaw models auth login`,
      };
    case 'differs':
      return {
        title: say`${safeText(reason.agentId)} heeft iets anders onder de naam ${safeText(reason.profileId)}. Er is niets gewijzigd.`,
        advice: say`clawdial models auth refresh-copies werkt het bij naar de hoofdopslag.`,
      };
    case 'which-one':
      return {
        title: say`${listWords(reason.agentIds)} hebben ${safeText(reason.profileId)} met verschillende geheimen. Er is niets gewijzigd.`,
        advice: say`Zeg wiens het is: --from AGENT.`,
      };
    case 'not-there':
      return { title: say`${safeText(reason.agentId)} heeft zelf geen ${safeText(reason.profileId)}. Er is niets gewijzigd.`, advice: say`clawdial models auth list toont wie wat heeft.` };
    case 'no-profiles':
      return { title: say`Er is geen profiel genoemd. Er is niets gewijzigd.`, advice: say`Noem de profielen in de volgorde waarin OpenClaw ze moet proberen.` };
    case 'inherited-in-order':
      return {
        title: say`${safeText(reason.agentId)} erft ${listWords(reason.profileIds)} alleen. Deze OpenClaw laat wat geërfd is uit de volgorde van een agent weg, en zegt dat het klaar is. Er is niets gewijzigd.`,
        advice: say`Bewaar het ook voor ${safeText(reason.agentId)}, en zet dan de volgorde: openclaw models auth --agent ${safeText(reason.agentId)} paste-api-key of paste-token. Vanaf ${safeText(reason.firstVersion)} neemt OpenClaw het aan.`,
      };
    case 'not-inactive':
      return { title: say`${safeText(reason.profileId)} is geen vervanging die op activering wacht. Er is niets gewijzigd.`, advice: say`clawdial models auth list laat zien hoe het ervoor staat.` };
    case 'not-disproved':
      return {
        title: say`${safeText(reason.profileId)} wacht tot ${timeWords(reason.until)} (${waitWords(reason.reason, reason.model)}), en de controle (${verdictWords[reason.verdict]}) spreekt daar niet tegen. Er is niets gewijzigd.`,
        advice: say`Laat het zo, of beëindig het wachten op eigen gezag: clawdial models auth clear-cooldown ${safeText(reason.profileId)} --force "je reden"`,
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
  if (meant !== null) return say`Bedoelde je ${safeText(meant)}?`;
  return known.length === 0 ? say`Er is nog geen profiel van Anthropic bewaard: clawdial onboard` : say`Er zijn: ${listWords(known)}.`;
}

/** What to do where only OpenClaw writes: its own command, or the steps that are safe. */
function openclawInstead(wish: ProfileWish): SafeText {
  switch (wish.action) {
    case 'order-set':
      return say`OpenClaw doet het zelf: openclaw models auth order set --provider anthropic --agent ${safeText(wish.agentId)} ${joinSafe(wish.profileIds.map(safeText), say` `)}`;
    case 'order-clear':
      return say`OpenClaw doet het zelf: openclaw models auth order clear --provider anthropic --agent ${safeText(wish.agentId)}`;
    case 'rotate': {
      const verb = wish.credential.type === 'api_key' ? say`paste-api-key` : say`paste-token`;
      return say`OpenClaw doet het zelf, het geheim op de standaardinvoer: openclaw models auth ${verb} --provider anthropic --profile-id ${safeText(wish.profileId)}`;
    }
    case 'remove':
      return say`Vanaf 2026.8.1 doet OpenClaw het zelf: openclaw models auth logout ${safeText(wish.profileId)} --yes. Daarvoor alleen in zijn eigen schermen.`;
    case 'activate':
      return say`OpenClaw doet het zelf: openclaw models auth activate ${safeText(wish.profileId)} --agent ${safeText(wish.agentId)}`;
    case 'rename':
      return say`Sla het opnieuw op onder de nieuwe naam (openclaw models auth paste-api-key of paste-token, --profile-id ${safeText(wish.to)}) en verwijder dan het oude (openclaw models auth logout).`;
    case 'copy':
      return say`Sla het nog een keer op voor die agent: openclaw models auth paste-api-key of paste-token, --agent ${safeText(wish.to)}`;
    case 'refresh-copies':
      return say`Agents lezen hier door naar de gedeelde opslag. Waar er een iets eigens houdt, sla het opnieuw op: openclaw models auth paste-api-key of paste-token, --agent AGENT`;
    case 'clear-cooldown':
      return say`OpenClaw beëindigt het wachten zelf als het om is, en meteen bij het volgende succes. Opnieuw aanmelden wist het ook: openclaw models auth login --provider anthropic --profile-id ${safeText(wish.profileId)}`;
  }
}
