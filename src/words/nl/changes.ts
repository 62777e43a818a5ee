import type { ApplyResult, LockHolder, Overwritten } from '../../changes/change.ts';
import type { PlanWarning, RefusalReason } from '../../changes/save-plan.ts';
import type { ReadOnlyVariable } from '../../openclaw/installation.ts';
import type { ReadProblem } from '../../openclaw/snapshot.ts';
import { joinSafe, safeText, say } from '../../terminal/safe-text.ts';
import { numberWords } from './amounts.ts';
import { timeWords } from './date.ts';
import { commandFailedWords, programProblemWords, programWarningWords, readOnlyWords, runItYourselfWords } from './openclaw-program.ts';
import { databaseFaultWords } from './reading.ts';
import type { SafeText } from '../../terminal/safe-text.ts';
import type { Explanation } from '../explanation.ts';

export function saveTitle(profileId: SafeText): SafeText {
  return say`${profileId} bewaren`;
}

const list = (texts: readonly string[]): SafeText => joinSafe(texts.map(safeText), say`, `);
const dotted = (path: readonly string[]): SafeText => joinSafe(path.map(safeText), say`.`);

export function planWarningWords(warning: PlanWarning): SafeText {
  switch (warning.code) {
    case 'unlisted-profiles':
      return say`OpenClaw zal ${list(warning.profileIds)} niet meer proberen: zodra auth.profiles een Anthropic-profiel noemt, probeert het alleen de profielen die daar staan.`;
    case 'cooldown-stays':
      return say`${safeText(warning.profileId)} wacht tot ${timeWords(warning.until)}. Bewaren maakt daar geen einde aan: OpenClaw probeert het pas daarna opnieuw.`;
    case 'git-work-tree':
      return say`${safeText(warning.path)} is een link naar de git-werkmap ${safeText(warning.workTree)}: zorg dat de inloggegevens nooit worden vastgelegd.`;
    case 'gateway-restart':
      return say`Een draaiende OpenClaw-gateway herstart hierna, omdat auth in de config verandert. Lopend werk wordt eerst afgemaakt.`;
    case 'several-programs':
    case 'newer-program':
      return programWarningWords(warning);
    case 'variable-ignored':
      return say`${safeText(warning.name)} raakt buiten gebruik: OpenClaw neemt de variabele alleen zolang geen profiel bruikbaar is.`;
  }
}

export function refusalWords(reason: RefusalReason): Explanation {
  switch (reason.code) {
    case 'program':
      return { title: programProblemWords(reason.problem), advice: runItYourselfWords(reason.commands) };
    case 'layout':
      return {
        title: say`Deze OpenClaw bewaart inloggegevens in een vorm die clawdial niet schrijft (${safeText(reason.layout)}). Er is niets gewijzigd.`,
        advice: say`Geef de inloggegevens aan OpenClaw zelf: openclaw models auth paste-api-key of paste-token leest ze van de standaardinvoer.`,
      };
    case 'broken-store':
      return {
        title: say`${safeText(reason.path)} kan niet worden gelezen: ${problemWords(reason.problem)}. Er is niets gewijzigd.`,
        advice: say`Herstel dit bestand of zet een kopie terug voordat OpenClaw weer draait: een kapotte opslag telt voor OpenClaw als geen, en kan worden overschreven.`,
      };
    case 'broken-config':
      return {
        title: say`${safeText(reason.path)} kan niet worden gelezen: ${problemWords(reason.problem)}. Er is niets gewijzigd.`,
        advice: say`Verbeter de config en probeer het opnieuw. openclaw doctor noemt elk probleem erin.`,
      };
    case 'include':
      return {
        title: say`${dotted(reason.at)} is ingesteld in een bestand dat ${safeText(reason.path)} invoegt. Er is niets gewijzigd.`,
        advice: reason.files.length === 0 ? say`Maak de wijziging in het ingevoegde bestand.` : say`Maak de wijziging daar: ${list(reason.files)}`,
      };
    case 'other-type':
      return {
        title: say`${safeText(reason.profileId)} bevat al inloggegevens van een andere soort (${safeText(reason.found)}) in ${safeText(reason.path)}. Er is niets gewijzigd.`,
        advice: say`Kies een andere naam, bijvoorbeeld ${safeText(reason.proposedId)}; wat er staat blijft staan.`,
      };
    case 'edit':
      return { title: editWords(reason), advice: say`Verbeter deze plek met de hand en probeer het opnieuw.` };
    case 'unknown-agent':
      return {
        title: say`Er is geen agent ${safeText(reason.agentId)}. Er is niets gewijzigd.`,
        advice: say`Kies een van de agents die in de config staan.`,
      };
    case 'profile-id':
      return {
        title: say`"${safeText(reason.profileId)}" kan geen naam van een profiel zijn. Er is niets gewijzigd.`,
        advice: say`Gebruik een naam zoals anthropic:default, zonder spaties eromheen.`,
      };
  }
}

function editWords({ path, problem, at, line }: Extract<RefusalReason, { code: 'edit' }>): SafeText {
  const place = line === null ? safeText(path) : say`${safeText(path)}, regel ${line}`;
  switch (problem) {
    case 'syntax':
      return say`${place}: de tekst is niet geldig. Er is niets gewijzigd.`;
    case 'duplicate-key':
      return say`${place}: ${dotted(at)} staat er twee keer, dus het is niet duidelijk welke telt. Er is niets gewijzigd.`;
    case 'not-an-object':
      return say`${place}: ${dotted(at)} is geen object. Er is niets gewijzigd.`;
    case 'verification':
      return say`${place}: de gewijzigde tekst zou niet precies betekenen wat de bedoeling was. Er is niets gewijzigd.`;
  }
}

function problemWords(problem: ReadProblem): SafeText {
  switch (problem.kind) {
    case 'syntax':
      return say`regel ${problem.line}, kolom ${problem.column} is niet geldig`;
    case 'not-a-file':
      return say`het is geen bestand (${safeText(problem.found)})`;
    case 'unreadable':
      return say`het systeem meldt ${safeText(problem.code)}`;
    case 'too-large':
      return say`het heeft ${numberWords(problem.bytes)} bytes, de grens is ${numberWords(problem.limit)}`;
    case 'not-utf8':
      return say`byte ${problem.offset} is geen UTF-8`;
    case 'shape':
      return safeText(problem.message);
    case 'missing-variable':
      return say`${safeText(problem.at)} heeft de variabele ${safeText(problem.name)} nodig, en die heeft geen waarde`;
    case 'database':
      return databaseFaultWords(problem.fault);
    case 'include':
      return say`het ingevoegde bestand ${safeText(problem.path)}: ${safeText(problem.message)}`;
  }
}

/** Who holds a lock, and since when, for the countdown and for the end of it. */
export function lockHolderWords({ pid, command, ageMs }: LockHolder): SafeText {
  const seconds = Math.round(ageMs / 1000);
  if (pid === null) {
    return say`een onbekende houder, al ${seconds} s`;
  }
  return command === null ? say`proces ${pid}, al ${seconds} s` : say`${command} (proces ${pid}), al ${seconds} s`;
}

export function applyResultWords(result: Exclude<ApplyResult, { state: 'applied' }>): Explanation {
  if (result.state === 'command-failed') return commandFailedWords(result);
  if (result.state === 'failed' && isReadOnlyVariable(result.code)) return readOnlyWords(result.code);
  const path = safeText(result.path);
  const rest = leftWords(result.files.filter(({ changed }) => changed).map((file) => file.path));
  switch (result.state) {
    case 'conflict':
      return { title: say`${path} is intussen gewijzigd. ${rest}`, advice: say`Bekijk het nieuwe plan en bewaar opnieuw.` };
    case 'locked':
      return {
        title: say`Een ander programma houdt ${path} vast: ${lockHolderWords(result.holder)}. ${rest}`,
        advice: say`Probeer het opnieuw als het klaar is. Draait zo’n programma niet, verwijder dan dit lockbestand.`,
      };
    case 'failed':
      return { title: say`${path} is niet bewaard: ${failureWords(result.code)}. ${rest}`, advice: failureAdvice(result.code) };
  }
}

/** A file that another program wrote over right after us. */
export function overwrittenWords(path: SafeText, what: Overwritten): SafeText {
  return what === 'restored'
    ? say`Een ander programma schreef vlak na ons een oudere versie over ${path} heen. De wijziging staat er weer in.`
    : say`Een ander programma wijzigde vlak na ons dezelfde plek in ${path}; wat het schreef staat er nu. Bekijk het en bewaar zo nodig opnieuw.`;
}

function isReadOnlyVariable(code: string): code is ReadOnlyVariable {
  return code === 'OPENCLAW_CONFIG_READONLY' || code === 'OPENCLAW_NIX_MODE';
}

function leftWords(applied: readonly string[]): SafeText {
  return applied.length === 0 ? say`Er is niets gewijzigd.` : say`Al bewaard: ${list(applied)}. Verder is er niets gewijzigd.`;
}

interface FailureWords {
  readonly what: SafeText;
  readonly next: SafeText;
}

const ownerAdvice = say`Voer clawdial uit als de gebruiker waaronder OpenClaw draait, of geef die gebruiker schrijfrecht daar.`;
const spaceAdvice = say`Maak daar ruimte en bewaar opnieuw.`;
const plainFileAdvice = say`Zet er een gewoon bestand voor in de plaats en bewaar opnieuw.`;

const failures: ReadonlyMap<string, FailureWords> = new Map(
  Object.entries({
    EACCES: { what: say`je hebt daar geen schrijfrecht (EACCES)`, next: ownerAdvice },
    EPERM: { what: say`het systeem staat het niet toe (EPERM)`, next: say`Kijk of het bestand als onveranderlijk is gemarkeerd (lsattr), en van wie het is.` },
    ENOTOWNER: { what: say`het is van een andere gebruiker`, next: ownerAdvice },
    EROFS: { what: say`het bestandssysteem is alleen-lezen (EROFS)`, next: say`Maak het schrijfbaar, of laat OPENCLAW_STATE_DIR naar een plek wijzen die dat is.` },
    ENOSPC: { what: say`de schijf is vol (ENOSPC)`, next: spaceAdvice },
    EDQUOT: { what: say`je quota is op (EDQUOT)`, next: spaceAdvice },
    EFBIG: { what: say`het zou groter worden dan dit proces mag schrijven (EFBIG)`, next: say`Verhoog de grens (ulimit -f) en bewaar opnieuw.` },
    EIO: { what: say`de schijf meldt een fout (EIO)`, next: say`Controleer de schijf voordat je opnieuw bewaart.` },
    EBUSY: { what: say`het is apart gekoppeld en kan niet worden vervangen (EBUSY)`, next: say`Koppel de map in plaats van het losse bestand en bewaar opnieuw.` },
    ELOOP: { what: say`de symbolische links lopen in een kring (ELOOP)`, next: say`Verbeter de links en bewaar opnieuw.` },
    ENOENT: { what: say`de map ervan, of die waar de symbolische link heen wijst, bestaat niet (ENOENT)`, next: say`Maak die map of verbeter de link, en bewaar opnieuw.` },
    ENOTDIR: { what: say`een deel van het pad is geen map (ENOTDIR)`, next: say`Verbeter het pad en bewaar opnieuw.` },
    EISDIR: { what: say`er staat een map op die plek (EISDIR)`, next: plainFileAdvice },
    ENOTFILE: { what: say`er staat een pipe, socket of apparaat op die plek`, next: plainFileAdvice },
    EHARDLINK: { what: say`het bestand heeft elders een tweede naam (harde link), en vervangen zou de twee scheiden`, next: say`Maak er een eigen bestand van (kopieer het en hernoem de kopie) en bewaar opnieuw.` },
    EMFILE: { what: say`er zijn te veel bestanden open (EMFILE)`, next: say`Sluit andere programma’s of verhoog de grens (ulimit -n), en bewaar opnieuw.` },
    ENFILE: { what: say`er zijn te veel bestanden open op deze machine (ENFILE)`, next: say`Sluit andere programma’s en bewaar opnieuw.` },
    ENAMETOOLONG: { what: say`het pad is te lang (ENAMETOOLONG)`, next: say`Gebruik een korter pad.` },
  }),
);

function failureWords(code: string): SafeText {
  return failures.get(code)?.what ?? say`het systeem meldt ${safeText(code)}`;
}

function failureAdvice(code: string): SafeText {
  return failures.get(code)?.next ?? say`Kijk naar de plek die wordt genoemd en bewaar opnieuw.`;
}
