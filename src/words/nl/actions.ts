import type { ProfileAct } from '../../../components/dashboard/actions/profile-act.ts';
import type { ActionObstacle } from '../../changes/profiles/obstacle.ts';
import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What the board says on the way from a profile to a change of it. */
export const actionWords = {
  acts: {
    'clear-cooldown': { label: say`Wachten beëindigen`, description: say`alleen wat een controle weerlegt` },
    rotate: { label: say`Nieuw geheim`, description: say`zelfde naam, overal; eerst gecontroleerd` },
    earlier: { label: say`Eerder proberen`, description: say`een plaats omhoog in de volgorde` },
    later: { label: say`Later proberen`, description: say`een plaats omlaag in de volgorde` },
    rename: { label: say`Hernoemen`, description: say`in elke opslag, volgorde en de config` },
    copy: { label: say`Naar een agent kopiëren`, description: say`eigen kopie, gaat voor die van main` },
    'refresh-copies': { label: say`Kopieën bijwerken`, description: say`agents met een ouder geheim in hun kopie` },
    remove: { label: say`Verwijderen`, description: say`zegt eerst wie waarop terugvalt` },
  } satisfies Record<ProfileAct, { readonly label: SafeText; readonly description: SafeText }>,
  /** In plaats van de beschrijving: waarom het hier niet kan. */
  notHere: {
    unknown: say`hier niet: de indeling is niet bekend`,
    'no-openclaw': say`hier niet: er is geen openclaw op PATH`,
    'no-command': say`hier niet: OpenClaw heeft geen opdracht`,
  } satisfies Record<ActionObstacle, SafeText>,
  title(name: SafeText): SafeText {
    return say`Wat te doen met ${name}`;
  },
  newSecret(name: SafeText): SafeText {
    return say`Nieuw geheim van ${name}`;
  },
  lifetimeHint: say`Bijvoorbeeld 365d. Leeg wordt er geen einde genoteerd: de token zelf zegt het niet.`,
  unproved: say`Het is niet bewezen dat Anthropic deze token aanneemt.`,
  newName: say`Nieuwe naam`,
  newNameHint: say`anthropic: en een eigen naam; volgordes en kopieën gaan mee.`,
  copyTo(name: SafeText): SafeText {
    return say`${name} kopiëren naar`;
  },
  noAgentLeft: say`Elke agent heeft het al.`,
  notStored: say`Alleen een profiel in een opslag is hier te wijzigen; kies er een.`,
  nothingToDo: say`Het is al zo: niets te schrijven.`,
  undoing: say`Wordt ongedaan gemaakt…`,
  done(title: SafeText): SafeText {
    return say`Gedaan: ${title}. Met u maak je het ongedaan.`;
  },
  doneByOpenclaw(title: SafeText): SafeText {
    return say`Gedaan door OpenClaw: ${title}.`;
  },
  notRemembered: say`Het is gedaan, maar kon niet worden genoteerd: met u is het niet ongedaan te maken.`,
  noEffect: say`Geen agent gebruikt hierdoor iets anders.`,
  agentsUse: say`Agents zullen gebruiken`,
  more(count: number): SafeText {
    return say`en nog ${count}`;
  },
} as const;
