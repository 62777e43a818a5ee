import type { CredentialWarning, Diagnosis } from '../../anthropic/credential.ts';
import type { Removal } from '../../anthropic/removal.ts';
import type { WrongCredential, WrongKind } from '../../anthropic/wrong-credential.ts';
import type { CredentialKind } from '../../anthropic/verdict.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';
import type { DiagnosisWords } from '../en/credential.ts';

const kindWords: Readonly<Record<CredentialKind, SafeText>> = {
  'api-key': safeText('API-sleutel'),
  'setup-token': safeText('setup-token'),
};

const removalNames: Readonly<Record<Removal, SafeText>> = {
  'bracketed-paste-markers': safeText('plakmarkeringen'),
  'terminal-codes': safeText('terminalcodes'),
  'control-characters': safeText('stuurtekens'),
  'invisible-characters': safeText('onzichtbare tekens'),
  'full-width-characters': safeText('tekens van dubbele breedte'),
  'smart-dashes': safeText('typografische streepjes'),
  'line-breaks': safeText('regeleinden'),
  spaces: safeText('spaties'),
  borders: safeText('randen en prompttekens'),
  quotes: safeText('aanhalingstekens'),
  punctuation: safeText('leestekens'),
  assignment: safeText('naam van een variabele'),
  'header-name': safeText('naam van een header'),
  json: safeText('JSON'),
  'surrounding-text': safeText('tekst eromheen'),
  'other-secrets': safeText('andere inloggegevens'),
};

const warnings: Readonly<Record<CredentialWarning, SafeText>> = {
  'unusual-length': safeText('De lengte is ongewoon; 108 tekens worden verwacht. Vergelijk met het origineel.'),
  'unusual-suffix': safeText('Het eindigt niet op AA, zoals andere van deze soort. Misschien ontbreken de laatste tekens.'),
  'unknown-prefix-number': safeText('Het nummer in het voorvoegsel is nieuw. Misschien een nieuwere soort; de livecontrole zal het uitwijzen.'),
  'several-secrets-found': safeText('In het geplakte stonden meerdere inloggegevens. De eerste volledige worden gebruikt.'),
};

const askForCredential = safeText('Plak een API-sleutel (sk-ant-api…) of een setup-token (sk-ant-oat…).');

const wrongWords: Readonly<Record<Exclude<WrongKind, 'other-vendor' | 'non-ascii' | 'illegal-character'>, DiagnosisWords>> = {
  'admin-key': {
    title: safeText('Dit is een Admin-sleutel.'),
    advice: safeText('Admin-sleutels beheren een organisatie en kunnen geen berichten sturen. Maak in de Claude Console een API-sleutel aan.'),
  },
  'refresh-token': {
    title: safeText('Dit is een refresh-token.'),
    advice: safeText('Die hoort bij een login en is op zichzelf niet bruikbaar. Voer “claude setup-token” uit en plak wat het toont.'),
  },
  'oauth-code': {
    title: safeText('Dit is een logincode, geen token.'),
    advice: safeText('Plak de code waar “claude setup-token” erom vraagt; plak daarna hier de token die het toont.'),
  },
  'oauth-url': {
    title: safeText('Dit is het adres van een loginpagina.'),
    advice: safeText('Open het in een browser en rond “claude setup-token” af; plak daarna hier de token die het toont.'),
  },
  'session-cookie': {
    title: safeText('Dit is een browsersessie van claude.ai.'),
    advice: safeText('OpenClaw kan er niets mee. Log die sessie uit als anderen haar gezien kunnen hebben, en plak dan een API-sleutel of setup-token.'),
  },
  'shell-command': {
    title: safeText('Dit is een opdracht voor een shell.'),
    advice: safeText('Er is niets uitgevoerd. Voer de opdracht in een shell uit als die de inloggegevens toont, en plak wat er verschijnt.'),
  },
  placeholder: {
    title: safeText('Dit is een voorbeeldwaarde uit een handleiding.'),
    advice: safeText('Plak je eigen API-sleutel of setup-token op die plek.'),
  },
  'file-path': {
    title: safeText('Dit is het pad van een bestand.'),
    advice: safeText('Het bestand is niet gelezen. Plak de inloggegevens die erin staan.'),
  },
  'console-url': {
    title: safeText('Dit is een webadres.'),
    advice: safeText('Er is niets geopend. Maak op die pagina een API-sleutel aan als het de Claude Console is, en plak de sleutel.'),
  },
  unrecognised: {
    title: safeText('Dit zijn geen Anthropic-inloggegevens die clawdial kent.'),
    advice: askForCredential,
  },
};

/** What cleaning took out, as a part of a list. */
export function removalWords(removal: Removal): SafeText {
  return removalNames[removal];
}

/** One unusual thing about a credential that can be used all the same. */
export function warningWords(warning: CredentialWarning): SafeText {
  return warnings[warning];
}

/** What was pasted and what to do next; never a part of the value itself. */
export function diagnosisWords(diagnosis: Diagnosis): DiagnosisWords {
  switch (diagnosis.state) {
    case 'empty':
      return { title: safeText('Hier staat nog niets.'), advice: askForCredential };
    case 'usable':
      return {
        title: say`Dit heeft de vorm van een ${kindWords[diagnosis.kind]}.`,
        advice: safeText('Alleen de livecontrole kan uitwijzen of het werkt.'),
      };
    case 'truncated':
      return {
        title: say`Deze ${kindWords[diagnosis.kind]} is afgekapt: ${diagnosis.length} tekens, 108 worden verwacht.`,
        advice: safeText('Kopieer opnieuw uit een venster breder dan 130 kolommen, zodat er geen regeleinde in komt.'),
      };
    case 'wrong':
      return wrongCredentialWords(diagnosis);
  }
}

function wrongCredentialWords(wrong: WrongCredential): DiagnosisWords {
  switch (wrong.what) {
    case 'other-vendor':
      return { title: say`Dit zijn inloggegevens van ${wrong.vendor}.`, advice: askForCredential };
    case 'non-ascii':
      return {
        title: say`Teken ${wrong.position} is geen gewone letter, cijfer, “-” of “_”.`,
        advice: safeText('Het lijkt er misschien alleen op. Kopieer de inloggegevens opnieuw van waar ze zijn aangemaakt.'),
      };
    case 'illegal-character':
      return {
        title: say`Teken ${wrong.position} kan niet in Anthropic-inloggegevens voorkomen.`,
        advice: safeText('Alleen letters, cijfers, “-” en “_” kunnen dat. Kopieer de inloggegevens opnieuw van waar ze zijn aangemaakt.'),
      };
    default:
      return wrongWords[wrong.what];
  }
}
