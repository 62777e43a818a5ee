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
import type { FindingText } from '../en/doctor-finding.ts';
import { routeErrorWords } from './route-error.ts';
import { routeWarningWords } from './route-warning.ts';
import { warningWords } from './status.ts';

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
        message: say`OpenClaw ${safeText(detail.wroteIt)} heeft deze config geschreven, en ${safeText(detail.installed)} is geïnstalleerd: wat de oudere niet kent, weigert die.`,
        advice: say`Werk OpenClaw bij, of zet een back-up van de config uit die versie terug.`,
        commands: [],
      };
    case 'duplicate-key':
      return { message: say`${pathWords(detail.keys)} staat hier voor de tweede keer: de eerdere telt niet mee.`, advice: say`Houd er één.`, commands: [] };
    case 'linked-config':
      return {
        message: say`De config is een symbolische link. OpenClaw zet er bij de volgende schrijfactie een gewoon bestand voor in de plaats; het bestand achter de link blijft zoals het was.`,
        advice: say`clawdial laat de link staan. Zet OPENCLAW_CONFIG_PATH op het bestand zelf, dan schrijft ook OpenClaw daarin.`,
        commands: [],
      };
    case 'unwritable':
      return {
        message: say`Hier kan niet worden geschreven (${safeText(detail.failure)}): OpenClaw verliest cooldowns en vernieuwde logins, en er kan niets worden bewaard.`,
        advice: say`Voer dit uit als de gebruiker waaronder OpenClaw draait, of geef die gebruiker daar schrijfrecht.`,
        commands: [],
      };
    case 'foreign-owner':
      return {
        message: say`Dit is van een andere gebruiker (${detail.owner}) dan de statusmap (${detail.stateOwner}), zoals na een sudo: OpenClaw kan het niet lezen of vervangen.`,
        advice: null,
        commands: [say`sudo chown ${detail.stateOwner} ${shellWord(detail.path)}`],
      };
    case 'session-pin':
      return {
        message: say`${plural(detail.sessions, { one: say`${detail.sessions} sessie van ${safeText(detail.agentId)} zit`, other: say`${detail.sessions} sessies van ${safeText(detail.agentId)} zitten` })} vast aan ${safeText(detail.profileId)}, dat niet bruikbaar is: OpenClaw probeert daar niets anders.`,
        advice: say`Begin daar een nieuwe sessie (/new), of kies een ander profiel (/model).`,
        commands: [],
      };
    case 'dropped-fallback':
      return {
        message: say`agents.defaults.models is ook de lijst van modellen die gebruikt mogen worden, en ${list(detail.models)} staat er niet in: OpenClaw laat die fallbacks zonder een woord weg.`,
        advice: null,
        commands: [],
      };
    case 'layout-disagreement':
      return layoutText(detail);
    case 'profile-without-credential':
      return {
        message: say`auth.profiles noemt ${safeText(detail.profileId)}, maar in geen opslag staan daarvoor inloggegevens.`,
        advice: null,
        commands: saveCommands({ profileId: detail.profileId, type: detail.type ?? 'api_key', own: false }, ''),
      };
    case 'hidden-profile':
      return hiddenText(detail);
    case 'order-ghost':
      return {
        message:
          detail.left === 0
            ? say`De volgorde noemt alleen wat niet bewaard is (${list(detail.profileIds)}), dus OpenClaw probeert geen enkel profiel.`
            : say`De volgorde noemt ${list(detail.profileIds)}; dat staat in geen opslag.`,
        advice: say`Schrijf de volgorde opnieuw met de profielen die je wilt:`,
        commands: [say`clawdial models auth order set ID…`],
      };
    case 'truncated-credential':
      return {
        message: say`${safeText(detail.profile.profileId)} heeft ${detail.length} tekens, waar volledige inloggegevens er 108 hebben: het einde is afgekapt, waarschijnlijk door een smal venster. Anthropic wijst dit af.`,
        advice: null,
        commands: replaceCommands(detail.profile, detail.agentId),
      };
    case 'not-a-credential':
      return {
        message: say`${safeText(detail.profile.profileId)} bevat geen inloggegevens. ${diagnosisWords(detail.diagnosis).title}`,
        advice: null,
        commands: replaceCommands(detail.profile, detail.agentId),
      };
    case 'oauth-refresh':
      return {
        message:
          detail.because === 'no-refresh-token'
            ? say`De login ${safeText(detail.profileId)} is verlopen en heeft geen refresh-token, dus OpenClaw kan die niet vernieuwen.`
            : say`De login ${safeText(detail.profileId)} is verlopen en daarna door Anthropic geweigerd: OpenClaw kon die niet vernieuwen.`,
        advice: say`Gebruik in plaats daarvan een setup-token:`,
        commands: [say`claude setup-token`, say`clawdial onboard --token - --token-profile-id anthropic:subscription --token-expires-in 365d`],
      };
    case 'duplicate-secret':
      return {
        message: say`${list(detail.holders.map(({ profileId }) => profileId))} zijn dezelfde inloggegevens: afwisselen verandert niets, en een nieuwe sleutel moet voor elk apart worden bewaard.`,
        advice: say`Houd er één.`,
        commands: detail.holders.slice(1).map(({ profileId }) => say`clawdial models auth remove ${shellWord(profileId)}`),
      };
    case 'heartbeat-misses-cache':
      return {
        message: say`${safeText(detail.agentId)} wordt elke ${durationWords(detail.everyMs)} wakker, als de cache van ${safeText(detail.ttl === '1h' ? '1 uur' : '5 minuten')} weg is: elke slag betaalt om die opnieuw te schrijven.`,
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
          ? say`Dit bestand bevat geheimen, en git bewaart het in ${safeText(detail.workTree)}: wie de repository heeft, heeft ze.`
          : say`Dit bestand bevat geheimen, en een link leidt naar de git-werkmap ${safeText(detail.workTree)}: één commit bewaart ze voorgoed.`,
        advice: detail.tracked ? say`Haal het uit git, en vervang daarna de inloggegevens:` : say`Verplaats het, of noem het in .gitignore vóór de volgende commit.`,
        commands: detail.tracked ? [say`git -C ${shellWord(detail.workTree)} rm --cached ${shellWord(detail.path)}`] : [],
      };
    case 'dead-lock':
      return {
        message:
          detail.pid === null
            ? say`Deze lock noemt geen proces en is ${durationWords(detail.ageMs)} oud: wie die maakte, is weg.`
            : say`Proces ${detail.pid}, dat deze lock ${durationWords(detail.ageMs)} geleden maakte, is weg.`,
        advice: null,
        commands: [],
      };
    case 'locks-unseen':
      return detail.why === 'container'
        ? {
            message: say`Dit is een container, en een OpenClaw daarbuiten houdt onze lock voor die van een proces dat weg is. Wat beide op hetzelfde moment schrijven, wordt vergeleken, teruggelezen en opnieuw gemaakt, maar geen lock houdt ze uit elkaar.`,
            advice: say`Draait OpenClaw elders, voer clawdial dan ook daar uit, binnen de container waarin OpenClaw draait.`,
            commands: [],
          }
        : {
            message: say`Je bent root, en deze map is van gebruiker ${detail.uid}: een OpenClaw van die gebruiker van vóór 2026.5.20 houdt een lock van root voor die van een proces dat weg is. Wat beide op hetzelfde moment schrijven, wordt vergeleken, teruggelezen en opnieuw gemaakt, maar geen lock houdt ze uit elkaar.`,
            advice: say`Voer clawdial uit als die gebruiker.`,
            commands: [],
          };
    case 'leftover-file':
      return {
        message: say`${safeText(detail.by === 'clawdial' ? 'clawdial' : 'OpenClaw')} werd tijdens het schrijven onderbroken en liet deze kopie achter. Er kunnen geheimen in staan.`,
        advice: null,
        commands: [say`rm ${shellWord(detail.path)}`],
      };
    case 'tls-verification-off':
      return {
        message: say`NODE_TLS_REJECT_UNAUTHORIZED is 0: OpenClaw aanvaardt elk certificaat, en wie ertussen zit, leest de inloggegevens.`,
        advice: null,
        commands: [say`unset NODE_TLS_REJECT_UNAUTHORIZED`],
      };
    case 'base-url':
      return baseUrlText(detail);
    case 'live': {
      const { source, finding } = detail.fact;
      const meaning = finding?.meaning ?? say`geldig`;
      return { message: say`${candidateName(source)}: ${meaning}`, advice: finding?.advice ?? null, commands: [] };
    }
    case 'clock-skew':
      return {
        message:
          detail.aheadMs > 0
            ? say`De klok van deze machine loopt ${durationWords(detail.aheadMs)} voor op die van Anthropic: tokens en cooldowns eindigen te vroeg.`
            : say`De klok van deze machine loopt ${durationWords(-detail.aheadMs)} achter op die van Anthropic: tokens lijken te lang geldig en cooldowns duren te lang.`,
        advice: say`Zet de klok gelijk, het best via het netwerk:`,
        commands: [say`sudo timedatectl set-ntp true`],
      };
  }
}

const ages: readonly Layout[] = ['single-file', 'split-files', 'agent-database', 'shared-database'];

function layoutText({ version, reason }: DetailOf<'layout-disagreement'>): FindingText {
  const filesAreOlder = ages.indexOf(reason.filesSay) < ages.indexOf(reason.versionSays);
  const message =
    reason.versionSays === 'unknown'
      ? say`Hier ligt opslag van verschillende indelingen, en er is geen versie bekend: welke telt, is niet duidelijk.`
      : say`OpenClaw ${safeText(version)} bewaart inloggegevens als ${safeText(reason.versionSays)}, maar dit is ${safeText(reason.filesSay)}: het ziet ze niet.`;
  if (filesAreOlder) return { message, advice: say`Laat OpenClaw ze overnemen:`, commands: [say`openclaw doctor --fix`] };
  return { message, advice: say`Werk OpenClaw bij tot de versie die ze schreef.`, commands: [] };
}

function hiddenText({ profileId, takesOver }: DetailOf<'hidden-profile'>): FindingText {
  const hint = takesOver === null ? say`` : say` Eenmaal genoemd wordt het vóór ${safeText(takesOver)} gebruikt.`;
  return {
    message: say`${safeText(profileId)} is bewaard, maar auth.profiles in de config noemt andere en dit niet, dus OpenClaw gebruikt het nooit.${hint}`,
    advice: null,
    commands: [],
  };
}

function modeText(detail: DetailOf<'open-secret' | 'loose-mode'>): FindingText {
  const mode = safeText(detail.mode.toString(8).padStart(4, '0'));
  const text = (message: SafeText): FindingText => ({ message, advice: null, commands: [] });
  if (detail.what === 'open-secret') {
    return text(detail.mayWrite ? say`Andere gebruikers van deze machine kunnen dit bestand lezen en wijzigen (${mode}), en er staan geheimen in.` : say`Andere gebruikers van deze machine kunnen dit bestand lezen (${mode}), en er staan geheimen in.`);
  }
  if (detail.kind === 'file') return text(say`De rechten (${mode}) laten anderen toe; alleen de mappen erboven houden hen buiten.`);
  return text(detail.reachable ? say`Andere gebruikers van deze machine mogen in deze map (${mode}).` : say`De rechten (${mode}) laten anderen toe; alleen de mappen erboven houden hen buiten.`);
}

function secretLinesText({ in: where, path, count, lines }: DetailOf<'secret-lines'>): FindingText {
  const many = plural(count, { one: say`${count} regel`, other: say`${count} regels` });
  const numbers = count === lines.length ? joinSafe(lines.map((line) => safeText(String(line))), say`, `) : null;
  const remove = numbers === null ? say`verwijder deze regels` : count === 1 ? say`verwijder regel ${numbers}` : say`verwijder de regels ${numbers}`;
  switch (where) {
    case 'audit-log':
      return { message: say`In het auditlog van OpenClaw staan inloggegevens leesbaar (${many}), zoals ze op een opdrachtregel zijn gegeven.`, advice: say`Vervang die inloggegevens, en ${remove} daarna.`, commands: [] };
    case 'shell-history':
      return { message: say`In deze geschiedenis staan inloggegevens leesbaar (${many}).`, advice: say`Vervang die inloggegevens, en ${remove} daarna.`, commands: [] };
    case 'backup':
      return { message: say`In deze back-up staan nog inloggegevens (${many}), ook die sindsdien zijn vervangen.`, advice: say`Als je haar niet nodig hebt:`, commands: [say`rm ${shellWord(path)}`] };
  }
}

function baseUrlText({ kind, shown }: DetailOf<'base-url'>): FindingText {
  const commands = [say`openclaw config unset models.providers.anthropic.baseUrl`];
  if (kind === 'foreign') return { message: say`Inloggegevens gaan naar ${safeText(shown)}, en dat is niet van Anthropic.`, advice: say`Als je die server niet zelf beheert of vertrouwt:`, commands };
  return { message: say`Inloggegevens zouden naar ${safeText(shown)} gaan, en dat is niet veilig: alleen https, of http op deze machine.`, advice: null, commands };
}

/** At most five names; the rest is counted. */
function list(ids: readonly string[]): SafeText {
  const shown = joinSafe(ids.slice(0, 5).map(safeText), say`, `);
  return ids.length > 5 ? say`${shown} en nog ${ids.length - 5}` : shown;
}
