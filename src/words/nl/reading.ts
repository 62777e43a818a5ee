import type { LayoutReason, VersionOrigin } from '../../openclaw/installation.ts';
import type { UsageProblem } from '../../openclaw/locate.ts';
import type { DatabaseFault, ReadProblem } from '../../openclaw/snapshot.ts';
import type { Standing } from '../../rules/candidate.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { numberWords } from './amounts.ts';
import type { ProblemWords } from '../en/reading.ts';

type ProblemOf<Kind extends ReadProblem['kind']> = Extract<ReadProblem, { readonly kind: Kind }>;

/**
 * Why a file could not be used.
 *
 * @param path the file that was read (for an include: the config that names it).
 */
export function readProblemWords(problem: ReadProblem, path: SafeText): ProblemWords {
  switch (problem.kind) {
    case 'syntax':
      return syntaxWords(problem, path);
    case 'not-a-file':
      return {
        title: say`${path} is een ${notAFile[problem.found]}, geen bestand.`,
        advice: say`Er is niets mee gedaan. Zet het ergens anders, of wijs het juiste pad aan.`,
      };
    case 'unreadable':
      return unreadableWords(problem.code, path);
    case 'too-large':
      return {
        title: say`${path} heeft ${numberWords(problem.bytes)} bytes; er worden er hoogstens ${numberWords(problem.limit)} gelezen.`,
        advice: say`Het is niet gelezen of gewijzigd. Zo’n bestand is klein: kijk waardoor het is gegroeid.`,
      };
    case 'not-utf8':
      return {
        title: say`${path} is geen UTF-8: byte ${problem.offset} past er niet in.`,
        advice: say`Het is niet gewijzigd, want bewaren zou het beschadigen. Zet het om naar UTF-8, of zet een back-up terug.`,
      };
    case 'shape':
      return {
        title: say`${path}: ${shapeFaults.get(problem.message) ?? safeText(problem.message)}.`,
        advice: say`Het is niet gewijzigd. Verbeter het, of zet een back-up terug die ernaast ligt.`,
      };
    case 'database':
      return databaseProblemWords(problem.fault, path);
    case 'missing-variable':
      return missingVariableWords(problem, path);
    case 'include':
      return {
        title: say`${path} voegt ${safeText(problem.path)} in: ${includeFaults.get(problem.message) ?? safeText(problem.message)}.`,
        advice: say`Er is niets gewijzigd. Voor OpenClaw is de hele config ongeldig totdat $include is verbeterd.`,
      };
  }
}

const notAFile: Readonly<Record<ProblemOf<'not-a-file'>['found'], SafeText>> = {
  directory: say`map`,
  fifo: say`named pipe`,
  socket: say`socket`,
  device: say`apparaat`,
};

/** Why a database could not be used, as the end of a sentence about it. */
export function databaseFaultWords(fault: DatabaseFault): SafeText {
  return databaseFaults[fault].title;
}

function databaseProblemWords(fault: DatabaseFault, path: SafeText): ProblemWords {
  const { title, advice } = databaseFaults[fault];
  return { title: say`${path}: ${title}.`, advice };
}

const databaseFaults: Readonly<Record<DatabaseFault, ProblemWords>> = {
  locked: {
    title: say`een ander programma schrijft erin en maakte geen plaats`,
    advice: say`Er is niets gewijzigd. Kijk zo dadelijk nog eens; blijft het zo, kijk dan welk programma hem vasthoudt.`,
  },
  corrupt: {
    title: say`de database is beschadigd`,
    advice: say`Er is niets mee gedaan. Stop OpenClaw, bewaar een kopie van het bestand, en voer openclaw doctor uit of zet een back-up terug.`,
  },
  'not-a-database': {
    title: say`het is geen SQLite-database`,
    advice: say`Er is niets mee gedaan. Zet het ergens anders, of zet een back-up terug.`,
  },
  empty: {
    title: say`de database is leeg: nul bytes`,
    advice: say`Er is niets mee gedaan. OpenClaw zou zonder inloggegevens starten: zet een back-up terug, of voer openclaw doctor uit.`,
  },
  'no-main-file': {
    title: say`het write-ahead-log (-wal) is er, maar de database zelf is weg`,
    advice: say`Er is niets aangeraakt. Start OpenClaw niet: zet eerst de database terug, anders gaan de wijzigingen in het log verloren.`,
  },
  'not-permitted': {
    title: say`je mag het niet openen`,
    advice: say`Draai dit als de gebruiker die OpenClaw draait, of verbeter de eigenaar en de rechten.`,
  },
  'log-unread': {
    title: say`de laatste wijzigingen staan in een write-ahead-log dat van hier niet te openen is`,
    advice: say`Er is niets gewijzigd. Voer dit uit als de gebruiker waaronder OpenClaw draait, waar de map schrijfbaar is.`,
  },
  'newer-schema': {
    title: say`een nieuwere OpenClaw heeft hem gemaakt, en deze weigert hem`,
    advice: say`Gebruik de nieuwere OpenClaw, of zet een reservekopie van vóór de update terug.`,
  },
  'no-sqlite': {
    title: say`deze Node kan geen SQLite-databases openen`,
    advice: say`Er is niets gelezen. Voer dit uit met Node 22.13 of nieuwer.`,
  },
  row: {
    title: say`de rij met de inloggegevens bevat geen opslag van inloggegevens`,
    advice: say`Er is niets gewijzigd. Voer openclaw doctor uit, of zet een back-up terug.`,
  },
};

const shapeFaults: ReadonlyMap<string, SafeText> = new Map([
  ['not-an-object', say`het bovenste niveau is geen object`],
  ['too-deep', say`het is meer dan 200 niveaus diep`],
  ['no-profiles', say`"profiles" ontbreekt of is geen object, dus voor OpenClaw is dit helemaal geen opslag`],
]);

const includeFaults: ReadonlyMap<string, SafeText> = new Map([
  ['outside', say`het ligt buiten de map van de config`],
  ['missing', say`zo’n bestand is er niet`],
  ['circular', say`het voegt zichzelf in, rechtstreeks of via andere`],
  ['too-deep', say`het invoegen gaat meer dan 10 bestanden diep`],
  ['not-text', say`$include moet een pad zijn of een lijst van paden`],
  ['siblings', say`wat wordt ingevoegd is geen object, terwijl er andere sleutels naast $include staan`],
  ['unreadable', say`het kan niet worden gelezen`],
  ['syntax', say`het is geen geldige JSON5`],
]);

function syntaxWords({ line, column, message }: ProblemOf<'syntax'>, path: SafeText): ProblemWords {
  const advice = say`Het is niet gewijzigd. Verbeter die plek, of zet een back-up terug die ernaast ligt.`;
  if (message === 'not-json') return { title: say`${path} is geen geldige JSON: regel ${line}, kolom ${column}.`, advice };
  return { title: say`${path} is geen geldige JSON5: ${safeText(message)} op regel ${line}, kolom ${column}.`, advice };
}

function missingVariableWords({ name, at }: ProblemOf<'missing-variable'>, path: SafeText): ProblemWords {
  const variable = safeText(name);
  return {
    title: say`${path} gebruikt \${${variable}} bij ${safeText(at)}, en ${variable} heeft geen waarde.`,
    advice: say`Voor OpenClaw is de hele config ongeldig. Geef ${variable} een waarde, of schrijf $\${${variable}} voor de letterlijke tekst.`,
  };
}

function unreadableWords(code: string, path: SafeText): ProblemWords {
  const title = say`${path} kan niet worden gelezen (${safeText(code)}).`;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return { title, advice: say`Je mag het niet lezen. Voer dit uit als de gebruiker waaronder OpenClaw draait, of verbeter eigenaar en rechten.` };
    case 'ELOOP':
      return { title, advice: say`De symbolische links lopen in een kring. Vervang de link door het bestand.` };
    case 'ENOTDIR':
      return { title, advice: say`Een deel van het pad is een bestand, geen map. Controleer het pad.` };
    case 'EIO':
      return { title, advice: say`De schijf meldt een fout. Controleer de schijf en je back-ups voordat je verdergaat.` };
    default:
      return { title, advice: say`Het is niet gewijzigd. Controleer het pad en de schijf en probeer het opnieuw.` };
  }
}

/** Why the installation could not be looked for. */
export function installationProblemWords(problem: UsageProblem): ProblemWords {
  switch (problem.kind) {
    case 'profile-without-name':
      return { title: say`--profile heeft een naam nodig.`, advice: say`Schrijf --profile NAAM, zoals bij openclaw. Er is niets gelezen.` };
    case 'profile-name':
      return {
        title: say`"${safeText(problem.value)}" is geen naam van een profiel.`,
        advice: say`Gebruik hoogstens 64 letters, cijfers, "_" en "-", te beginnen met een letter of cijfer. Er is niets gelezen.`,
      };
    case 'profile-and-dev':
      return { title: say`--dev en --profile gaan niet samen.`, advice: say`--dev betekent --profile dev: gebruik een van de twee. Er is niets gelezen.` };
    case 'version':
      return {
        title: say`"${safeText(problem.value)}" is geen versie van OpenClaw.`,
        advice:
          problem.by === 'flag'
            ? say`Schrijf --openclaw-version als 2026.2.24. Er is niets gelezen.`
            : say`Geef CLAWDIAL_OPENCLAW_VERSION een waarde als 2026.2.24, of haal die weg. Er is niets gelezen.`,
      };
  }
}

/** Why the installation counts as having its layout. */
export function layoutReasonWords(reason: LayoutReason): SafeText {
  switch (reason.because) {
    case 'version-and-files':
      return say`versie en bestanden zijn het eens`;
    case 'version':
      return say`deze versie bewaart inloggegevens zo; er zijn er nog geen`;
    case 'files':
      return say`de bestanden zijn van deze soort; de versie is onbekend`;
    case 'assumed':
      return say`niets hier zegt het; als bij 2026.2.24`;
    case 'disagreement':
      return reason.versionSays === 'unknown'
        ? say`de versie is onbekend, en ${safeText(reason.found)} past niet bij de andere bestanden (${safeText(reason.filesSay)}): alleen lezen is veilig`
        : say`${safeText(reason.found)} past niet bij deze versie van OpenClaw (${safeText(reason.versionSays)}): alleen lezen is veilig`;
  }
}

/** Where the version comes from. */
export function versionOriginWords(origin: VersionOrigin): SafeText {
  switch (origin.by) {
    case 'flag':
      return say`van ${safeText(origin.flag)}`;
    case 'variable':
      return say`van ${safeText(origin.variable)}`;
    case 'program':
      return say`van ${safeText(origin.path)}`;
    case 'config':
      return say`de versie die het laatst de config schreef`;
    case 'database':
      return say`de OpenClaw die ${safeText(origin.path)} maakte`;
    case 'files':
      return say`geraden uit de bestanden`;
    case 'assumed':
      return say`aangenomen: niets hier zegt de versie`;
  }
}

/**
 * Whether OpenClaw would use a credential now, and if not, why.
 *
 * @param remaining how long a waiting one still waits, as the screen writes durations.
 */
export function standingWords(standing: Standing, remaining: SafeText): SafeText {
  switch (standing.state) {
    case 'chosen':
      return say`in gebruik`;
    case 'next':
      return say`hierna aan de beurt`;
    case 'undecided':
      return say`in gebruik, tenzij wat niet te lezen was voorgaat`;
    case 'waiting': {
      const reason = standing.reason === null ? say`` : say` (${safeText(standing.reason)})`;
      const model = standing.model === null ? say`` : say`, alleen voor ${safeText(standing.model)}`;
      return standing.kind === 'disabled' ? say`nog ${remaining} uitgeschakeld${model}${reason}` : say`nog ${remaining} in cooldown${model}${reason}`;
    }
    case 'shadowed':
      return say`niet gebruikt: ${safeText(standing.by)} gaat voor`;
    case 'unusable':
      return unusable[standing.because];
  }
}

const unusable: Readonly<Record<Extract<Standing, { readonly state: 'unusable' }>['because'], SafeText>> = {
  blank: say`er is geen geheim bewaard`,
  expired: say`verlopen`,
  'mode-mismatch': say`bewaard als een ander type dan de config noemt`,
  'provider-mismatch': say`hoort bij een andere provider`,
  'not-in-order': say`staat niet in de volgorde`,
  'not-listed': say`niet vermeld in auth.profiles van de config`,
  'not-stored': say`wel genoemd, niet bewaard`,
  'not-pinned': say`uitgesloten: het model van deze agent vraagt om een ander profiel`,
  'not-read': say`wel genoemd, maar de database was hier niet te lezen`,
  'other-agent': say`alleen bij een andere agent`,
  inactive: say`een vervanging die nog geactiveerd moet worden`,
  'odd-expiry': say`het genoteerde einde is geen tijdstip`,
  unresolved: say`dus niet bruikbaar`,
  'migration-required': say`geweigerd tot oude bestanden zijn overgenomen`,
  'store-unreadable': say`geweigerd: een opslag is niet te lezen`,
  'no-refresh': say`verlopen, en niet te verlengen`,
};
