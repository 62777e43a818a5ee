import type { StoreWarning } from '../../rules/store-warnings.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { StoreWarningWords } from '../store-warning.ts';
import { plural } from './amounts.ts';
import { readProblemWords } from './reading.ts';

const mend = say`openclaw doctor --fix`;
const rewritesMore = say`De reparatie van OpenClaw zelf neemt het over. Ze herschrijft ook andere delen van openclaw.json, en bewaart de oude tekst in openclaw.json.bak:`;

/** What a warning about a store says, with the command that mends it. */
export function storeWarningWords(warning: StoreWarning): StoreWarningWords {
  const path = safeText(warning.path);
  switch (warning.code) {
    case 'store-broken':
      return brokenWords(warning, path);
    case 'store-hidden': {
      const { title, advice } = readProblemWords(warning.problem, path);
      return { message: say`${title} Wat erin staat is niet te zien; OpenClaw zelf kan het misschien lezen.`, advice, commands: [] };
    }
    case 'profiles-dropped':
      return {
        message: say`OpenClaw negeert ${idList(warning.profileIds)} in ${path}: type of provider ontbreekt of is onbekend. Ze vallen weg zodra OpenClaw de opslag weer schrijft.`,
        advice: say`Geef elk een "type" (api_key, token of oauth) en een "provider", of bewaar de inloggegevens opnieuw:`,
        commands: [say`clawdial onboard`],
      };
    case 'migration-required':
      if (warning.others !== null) return { message: say`${path} is van een oudere OpenClaw${holding(warning.profileIds)}, en de database ernaast is leeg. Tot het is overgenomen weigert OpenClaw de inloggegevens van ${idList(warning.others)}, en stopt zijn eigen models status; die van Anthropic werken gewoon.`, advice: rewritesMore, commands: [mend] };
      return {
        message: say`${path} is van een oudere OpenClaw${holding(warning.profileIds)}, en de database ernaast is leeg. Totdat het is overgenomen weigert OpenClaw alle Anthropic-inloggegevens, ook die uit de omgeving.`,
        advice: rewritesMore,
        commands: [mend],
      };
    case 'stranded-file':
      return {
        message: say`${path} is van een oudere OpenClaw${holding(warning.profileIds)}. Deze versie kijkt alleen in de database, en die is leeg: de inloggegevens zijn gestrand.`,
        advice: rewritesMore,
        commands: [mend],
      };
    case 'unmoved-store':
      return { message: say`${path} bevat inloggegevens (${idList(warning.profileIds)}), maar niet de rij auth.sharedStore, die zegt dat agents ze erven: OpenClaw leest in plaats daarvan ${safeText(warning.reads)}.`, advice: rewritesMore, commands: [mend] };
    case 'stray-file':
      return strayWords(path, warning.missing);
    case 'empty-after-migration':
      return {
        message: say`De oude opslag is weggezet als ${safeText(warning.archive)}, maar ${path} bevat geen inloggegevens: bij de overgang zijn ze verloren gegaan.`,
        advice: say`In het archief staan ze nog. Bewaar de inloggegevens opnieuw, en houd het archief tot OpenClaw ze gebruikt:`,
        commands: [say`clawdial onboard`],
      };
    case 'newer-database':
      return {
        message: say`${path} is van een nieuwere OpenClaw. ${safeText(warning.version)}, de versie hier, kijkt er niet in.`,
        advice: say`Is OpenClaw bijgewerkt, wijs clawdial dan de nieuwere (PATH of --openclaw-version); is het teruggezet, dan staat wat sindsdien is bewaard alleen in de database.`,
        commands: [],
      };
    case 'newer-schema':
      return newerSchemaWords(warning, path);
  }
}

function brokenWords({ problem, stops }: Extract<StoreWarning, { readonly code: 'store-broken' }>, path: SafeText): StoreWarningWords {
  const { title, advice } = readProblemWords(problem, path);
  if (stops) return { message: say`${title} OpenClaw stopt: het gebruikt geen inloggegevens totdat de opslag te lezen is.`, advice, commands: [mend] };
  return { message: say`${title} Voor OpenClaw is de opslag leeg, en ze kan worden overschreven.`, advice, commands: [] };
}

function strayWords(path: SafeText, missing: readonly string[]): StoreWarningWords {
  if (missing.length === 0) return { message: say`${path} is overgebleven van een oudere OpenClaw. Het wordt niet meer gebruikt.`, advice: say`De reparatie van OpenClaw zelf zet het weg:`, commands: [mend] };
  const stands = plural(missing.length, { one: say`staat`, other: say`staan` });
  return {
    message: say`${path} is overgebleven van een oudere OpenClaw en wordt niet meer gebruikt. Alleen daarin ${stands} ${idList(missing)}.`,
    advice: rewritesMore,
    commands: [mend],
  };
}

function newerSchemaWords({ schema, by }: Extract<StoreWarning, { readonly code: 'newer-schema' }>, path: SafeText): StoreWarningWords {
  const maker = by === null ? say`` : say`, gemaakt door OpenClaw ${safeText(by)}`;
  return {
    message: say`${path} heeft schema ${schema}${maker}, nieuwer dan wat hier bekend is. Het wordt getoond zover het te begrijpen is, en niet geschreven.`,
    advice: say`Een oudere OpenClaw weigert het misschien. Gebruik de nieuwere, of werk clawdial bij.`,
    commands: [],
  };
}

function holding(profileIds: readonly string[]): SafeText {
  return profileIds.length === 0 ? say`` : say` (${idList(profileIds)})`;
}

function idList(ids: readonly string[]): SafeText {
  return joinSafe(ids.map(safeText), safeText(', '));
}
