import type { AgentEntry } from '../../rules/agent-state.ts';
import type { BoardEntry } from '../../rules/board.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { meaningsOf, type Because } from '../locale/meanings.ts';
import { actionWords } from './actions.ts';
import { reasonMeaning, shortName } from './dashboard.ts';
import { countdownWords } from './duration.ts';

/** What the state of a credential means, without a word on what helps. @param now epoch ms */
export function plainEntryMeaning({ standing, source, attention }: BoardEntry, now: number): SafeText {
  switch (standing.state) {
    case 'chosen':
      return attention === 'ending' ? say`In gebruik, en het genoteerde einde is dichtbij.` : say`In gebruik; niets te doen.`;
    case 'next':
      return say`Gereed: OpenClaw gebruikt het op zijn beurt, of als het vorige het begeeft.`;
    case 'undecided':
      return say`Het is goed. Een database die hier niet te lezen was, kan er een bevatten die voorgaat. Vraag het OpenClaw: openclaw models auth list.`;
    case 'waiting': {
      const scope = standing.model === null ? say`` : say`Alleen ${safeText(standing.model)} wacht; andere modellen werken gewoon. `;
      return say`${reasonMeaning(standing.reason)} ${scope}OpenClaw probeert het opnieuw over ${countdownWords(standing.until - now)}.`;
    }
    case 'shadowed':
      return source.from === 'profile' ? say`${safeText(standing.by)} gaat voor.` : say`${safeText(standing.by)} gaat voor; OpenClaw kijkt hier alleen als geen profiel bruikbaar is.`;
    case 'unusable':
      return unusable[standing.because];
  }
}

const unusable: Readonly<Record<Because, SafeText>> = {
  expired: say`Het einde is voorbij, dus OpenClaw slaat het over.`,
  'no-refresh': say`Het einde is voorbij en verlengen kan niet.`,
  blank: say`Het profiel is er, maar zonder geheim.`,
  'not-pinned': say`Het model van deze agent vraagt om een ander profiel (model@profiel), en dat is niet te gebruiken: OpenClaw gebruikt er dan geen.`,
  'not-read': say`De database waarin het staat was hier niet te lezen. Vraag het OpenClaw: openclaw models auth list.`,
  'other-agent': say`Een andere agent houdt het voor zichzelf; deze kan er niet bij.`,
  inactive: say`Het is bewaard als vervanging; OpenClaw gebruikt het pas na activeren: openclaw models auth activate.`,
  'odd-expiry': say`Het genoteerde einde is geen tijdstip: OpenClaw slaat het over.`,
  unresolved: say`Het verwijst naar een geheim dat elders hoort te staan, en daar is niets.`,
  'migration-required': say`Een bestand van een oudere OpenClaw moet nog worden overgenomen; tot dan weigert OpenClaw alle inloggegevens. Voer openclaw doctor --fix uit.`,
  'store-unreadable': say`OpenClaw kan de opslag niet lezen en weigert tot dan alle inloggegevens.`,
  'not-stored': say`De config of de volgorde noemt het, maar geen opslag bevat het.`,
  'mode-mismatch': say`De config noemt een ander type, dus OpenClaw slaat het over.`,
  'provider-mismatch': say`Het staat bij een andere provider en wordt dus niet voor Claude gebruikt.`,
  'not-in-order': say`Het staat niet in de vastgelegde volgorde: OpenClaw probeert het nooit.`,
  'not-listed': say`auth.profiles in de config noemt andere, en OpenClaw probeert alleen die.`,
};

const onBoard: Readonly<Partial<Record<Because, SafeText>>> = {
  expired: say`Druk op a voor nieuwe.`,
  'no-refresh': say`Druk op a voor nieuwe.`,
  blank: say`Druk op a om er een te bewaren.`,
  'odd-expiry': say`Druk op a.`,
  unresolved: say`Zet het daar, of druk op a om er hier een te bewaren.`,
  'store-unreadable': say`Druk op y voor wat je kunt doen.`,
  'not-stored': say`Druk op a om er onder die naam een te bewaren.`,
  'mode-mismatch': say`Druk op y.`,
};

function inMenu(because: Because, takesSecret: boolean): SafeText | undefined {
  switch (because) {
    case 'expired':
    case 'no-refresh':
    case 'blank':
    case 'odd-expiry':
      return takesSecret ? say`“${actionWords.acts.rotate.label}” verhelpt dat.` : say`Ga terug en voeg nieuwe toe.`;
    case 'unresolved':
    case 'not-stored':
      return say`Zet het daar, of ga terug en voeg er een toe.`;
    case 'store-unreadable':
    case 'mode-mismatch':
      return say`Ga terug voor wat dat verhelpt.`;
    default:
      return undefined;
  }
}

function agentAdvice({ state }: AgentEntry): SafeText | undefined {
  switch (state.state) {
    case 'waiting':
      return say`Druk op a om iets toe te voegen.`;
    case 'no-credential':
      return say`Druk op a om iets toe te voegen.`;
    case 'blocked':
      return state.because === 'migration-required' ? say`Druk op y voor de opdracht.` : say`Druk op y voor wat je kunt doen.`;
    default:
      return undefined;
  }
}

/** What the state of an agent means, without a word on what helps. @param now epoch ms */
export function plainAgentMeaning({ state }: AgentEntry, now: number): SafeText {
  switch (state.state) {
    case 'ready':
      return say`Gereed: OpenClaw gebruikt ${shortName(state.chosen.source)}.`;
    case 'waiting': {
      const anyway = state.probed === null ? say`` : say` OpenClaw probeert ${shortName(state.probed.source)} toch.`;
      return say`Alles wat bruikbaar is wacht; ${shortName(state.first.source)} is terug over ${countdownWords(state.until - now)}.${anyway}`;
    }
    case 'no-credential':
      return say`OpenClaw heeft niets bruikbaars en meldt “No API key found for provider "anthropic"”.`;
    case 'blocked':
      return state.because === 'migration-required' ? say`OpenClaw weigert er alle inloggegevens voor tot oude bestanden zijn overgenomen.` : say`OpenClaw stopt bij een opslag die het niet kan lezen, en gebruikt geen inloggegevens.`;
    case 'not-read':
      return say`De database met zijn inloggegevens was hier niet te lezen.`;
    case 'other-provider':
      return say`Het model is van de provider ${safeText(state.provider)}; naar Anthropic-inloggegevens wordt niet gevraagd.`;
  }
}

export const { entryMeaning, menuMeaning, agentMeaning } = meaningsOf({ plainEntryMeaning, plainAgentMeaning, onBoard, inMenu, agentAdvice });
