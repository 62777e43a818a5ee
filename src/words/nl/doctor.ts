import type { CheckCode } from '../../rules/doctor/check-codes.ts';
import { joinSafe, safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import { plural } from './amounts.ts';

/** What each check looks for, in a few words. */
export const checkWords: Readonly<Record<CheckCode, SafeText>> = {
  'config-broken': safeText('een config die niet kan worden gelezen'),
  'config-refused': safeText('sleutels waarom deze versie de hele config weigert'),
  'config-from-newer': safeText('een config die een nieuwere OpenClaw heeft geschreven'),
  'duplicate-key': safeText('sleutels die twee keer in een config staan'),
  'linked-config': safeText('een config die een symbolische link is'),
  unwritable: safeText('plekken waar niet kan worden geschreven'),
  'foreign-owner': safeText('bestanden die van een andere gebruiker zijn'),
  'layout-disagreement': safeText('bestanden met inloggegevens van een andere indeling dan die van de versie'),
  'store-broken': safeText('een opslag van inloggegevens die niet kan worden gelezen'),
  'store-hidden': safeText('een opslag waar clawdial niet in kon kijken'),
  'profiles-dropped': safeText('profielen zonder type of provider'),
  'migration-required': safeText('een oud opslagbestand dat een nieuwere OpenClaw tegenhoudt'),
  'stranded-file': safeText('inloggegevens in een bestand waar deze versie niet naar kijkt'),
  'unmoved-store': safeText('een gedeelde opslag die niet als verhuisd is gemerkt, zodat niemand ze leest'),
  'stray-file': safeText('oude opslagbestanden naast een database'),
  'empty-after-migration': safeText('een migratie die de inloggegevens kwijtraakte'),
  'newer-database': safeText('een database waar deze versie niet in kijkt'),
  'newer-schema': safeText('een database die een nieuwere OpenClaw heeft gemaakt'),
  'legacy-file': safeText('inloggegevens van een oudere versie'),
  'unknown-model': safeText('modellen die deze versie niet kent'),
  'model-not-listed': safeText('modellen die niet in de lijst van deze versie staan'),
  'dropped-fallback': safeText('fallbacks die niet zijn toegestaan'),
  'no-credential': safeText('agents zonder bruikbare inloggegevens'),
  'all-waiting': safeText('agents waarvan alle inloggegevens in cooldown of uitgeschakeld zijn'),
  'profile-without-credential': safeText('genoemde profielen die in geen opslag staan'),
  'hidden-profile': safeText('bewaarde profielen die auth.profiles buitensluit'),
  'mode-mismatch': safeText('profielen met een andere mode dan hun type'),
  'provider-mismatch': safeText('profielen die aan een andere provider zijn toegewezen'),
  'blank-credential': safeText('profielen zonder geheim'),
  'unresolved-reference': safeText('profielen waarvan het geheim elders hoort en er niet is'),
  'inactive-replacement': safeText('vervangingen die nooit zijn geactiveerd'),
  'odd-expiry': safeText('eindes van tokens die geen tijdstip zijn'),
  'order-ghost': safeText('volgordes met profielen die niet bewaard zijn'),
  'wrong-type': safeText('setup-tokens die als API-sleutel zijn bewaard, en andersom'),
  'truncated-credential': safeText('inloggegevens waarvan het einde ontbreekt'),
  'not-a-credential': safeText('bewaarde waarden die geen inloggegevens zijn'),
  expired: safeText('verlopen tokens'),
  'expires-soon': safeText('tokens die binnen 30 dagen eindigen'),
  'oauth-refresh': safeText('logins die niet te verlengen zijn'),
  'stale-copy': safeText('kopieën van inloggegevens die verouderd zijn'),
  'leftover-copy': safeText('kopieën onder een naam die weg is'),
  'duplicate-secret': safeText('dezelfde inloggegevens onder meer namen'),
  'environment-takes-over': safeText('variabelen die in plaats van profielen worden gebruikt'),
  'shadowed-environment': safeText('variabelen die achter profielen wachten'),
  'api-key-beside-subscription': safeText('fallbacks die de rekening verleggen'),
  'failure-cleared': safeText('fouten waarvan de cooldown is gewist'),
  'absurd-wait': safeText('langer wachten dan OpenClaw ooit oplegt'),
  'session-pin': safeText('sessies die aan een onbruikbaar profiel vastzitten'),
  'cache-ttl-beaten': safeText('cacheControlTtl zonder effect'),
  'invalid-retention': safeText('cachewaarden die OpenClaw niet begrijpt'),
  'model-key': safeText('params onder een naam die niet die van het model is'),
  'agent-id-form': safeText('agent-id’s waarvan de params worden genegeerd'),
  'retention-without-effect': safeText('een cacheduur die nooit wordt verstuurd'),
  'hour-lost': safeText('een uur cache dat als vijf minuten wordt verstuurd'),
  'cache-variable': safeText('cachevariabelen zonder effect'),
  'retired-setting': safeText('instellingen en beta’s die niets meer doen'),
  context1m: safeText('context1m waar die niet wordt verstuurd'),
  'beta-header': safeText('beta’s die nodige beta’s verdringen'),
  'heartbeat-misses-cache': safeText('heartbeats die de cache altijd missen'),
  'open-secret': safeText('bestanden met geheimen die anderen kunnen lezen'),
  'loose-file-mode': safeText('bestanden met geheimen die alleen door hun map worden beschermd'),
  'loose-directory-mode': safeText('mappen met inloggegevens waar anderen in mogen'),
  'secret-in-audit-log': safeText('inloggegevens in het auditlog van OpenClaw'),
  'secret-in-history': safeText('inloggegevens in de geschiedenis van een shell'),
  'secret-in-backup': safeText('inloggegevens in back-ups en archieven'),
  'secret-in-git': safeText('inloggegevens in een git-werkmap'),
  'dead-lock': safeText('locks van processen die weg zijn'),
  'locks-unseen': safeText('locks waarvan OpenClaw de houder niet ziet'),
  'leftover-file': safeText('kopieën die van een onderbroken schrijfactie overbleven'),
  'tls-verification-off': safeText('certificaten die niet worden gecontroleerd'),
  'base-url': safeText('aanvragen die ergens anders heen gaan dan naar Anthropic'),
  'credential-rejected': safeText('live: inloggegevens die Anthropic afwijst'),
  'credential-refused': safeText('live: inloggegevens die dit niet mogen'),
  'credential-unfunded': safeText('live: inloggegevens waarvoor niet kan worden betaald'),
  'credential-limited': safeText('live: inloggegevens die nu begrensd zijn'),
  'credential-unproved': safeText('live: geen antwoord dat iets bewijst'),
  'clock-skew': safeText('live: een klok die verkeerd staat'),
};

/** What `clawdial doctor` says around its findings. */
export const doctorWords = {
  headings: { problem: safeText('Problemen'), warning: safeText('Waarschuwingen'), note: safeText('Opmerkingen') },
  clean: safeText('Alles is in orde.'),
  checked(checks: number, agents: number): SafeText {
    return say`${plural(checks, { one: say`${checks} controle`, other: say`${checks} controles` })}, ${plural(agents, { one: say`${agents} agent`, other: say`${agents} agents` })}.`;
  },
  counts(problems: number, warnings: number, notes: number): SafeText {
    const all = [
      plural(problems, { one: say`${problems} probleem`, other: say`${problems} problemen` }),
      plural(warnings, { one: say`${warnings} waarschuwing`, other: say`${warnings} waarschuwingen` }),
      plural(notes, { one: say`${notes} opmerking`, other: say`${notes} opmerkingen` }),
    ];
    return say`${joinSafe(all, say`, `)}.`;
  },
  fixable(count: number): SafeText {
    return say`${count} hiervan kan clawdial herstellen; elke wijziging wordt eerst getoond:`;
  },
  agents(ids: SafeText): SafeText {
    return say`Betrokken agents: ${ids}`;
  },
  andMore(count: number): SafeText {
    return say`en nog ${count}`;
  },
  verdicts: {
    valid: safeText('geldig'),
    rejected: safeText('afgewezen'),
    limited: safeText('begrensd'),
    unfunded: safeText('zonder tegoed'),
    refused: safeText('geweigerd'),
    unreachable: safeText('onbereikbaar'),
    unknown: safeText('onbekend'),
  },
  asked(verdicts: SafeText): SafeText {
    return say`Anthropic zegt: ${verdicts}.`;
  },
  askedNothing: safeText('Er waren geen inloggegevens om Anthropic naar te vragen.'),
  absent: safeText('Er is hier geen OpenClaw. Er is niets geschreven.'),
} as const;

/** Wrong use of `clawdial doctor`. */
export const doctorUsageWords = {
  unknownCheck(code: SafeText): SafeText {
    return say`De controle "${code}" bestaat niet.`;
  },
  unknownCheckAdvice: safeText('clawdial doctor --list noemt ze allemaal. Er is niets gelezen of geschreven.'),
} as const;

/** Help texts of `clawdial doctor`. */
export const doctorCommandWords = {
  help: safeText('zoek wat kapot of onveilig is, zeg waarom het hindert en hoe het te herstellen is; exitcode 0 in orde, anders 1'),
  json: safeText('geef de bevindingen als JSON'),
  live: safeText('vraag ook Anthropic naar alle inloggegevens (elk één zo klein mogelijk bericht)'),
  fix: safeText('herstel wat hersteld kan worden: toont elke wijziging en vraagt eerst'),
  yes: safeText('met --fix: maak alle wijzigingen zonder te vragen'),
  dryRun: safeText('met --fix: toon alle wijzigingen en maak er geen'),
  only: safeText('alleen deze controles; namen achter elkaar'),
  list: safeText('noem alle controles'),
} as const;
