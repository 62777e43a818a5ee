import type { CredentialWarning, Diagnosis } from '../../anthropic/credential.ts';
import type { Removal } from '../../anthropic/removal.ts';
import type { WrongCredential, WrongKind } from '../../anthropic/wrong-credential.ts';
import type { CredentialKind } from '../../anthropic/verdict.ts';
import { safeText, say, type SafeText } from '../../terminal/safe-text.ts';

export interface DiagnosisWords {
  readonly title: SafeText;
  readonly advice: SafeText;
}

const kindWords: Readonly<Record<CredentialKind, SafeText>> = {
  'api-key': safeText('API key'),
  'setup-token': safeText('setup-token'),
};

const removalNames: Readonly<Record<Removal, SafeText>> = {
  'bracketed-paste-markers': safeText('paste markers'),
  'terminal-codes': safeText('terminal codes'),
  'control-characters': safeText('control characters'),
  'invisible-characters': safeText('invisible characters'),
  'full-width-characters': safeText('full-width characters'),
  'smart-dashes': safeText('typographic dashes'),
  'line-breaks': safeText('line breaks'),
  spaces: safeText('spaces'),
  borders: safeText('borders and prompt marks'),
  quotes: safeText('quotes'),
  punctuation: safeText('punctuation'),
  assignment: safeText('variable name'),
  'header-name': safeText('header name'),
  json: safeText('JSON'),
  'surrounding-text': safeText('surrounding text'),
  'other-secrets': safeText('another credential'),
};

const warnings: Readonly<Record<CredentialWarning, SafeText>> = {
  'unusual-length': safeText('Its length is unusual; 108 characters are expected. Compare it with the original.'),
  'unusual-suffix': safeText('It does not end in AA, as others of its kind do. The last characters may be missing.'),
  'unknown-prefix-number': safeText('The number in its prefix is new. It may be a newer kind; the live check will tell.'),
  'several-secrets-found': safeText('The paste held more than one credential. The first complete one is used.'),
};

const askForCredential = safeText('Paste an API key (sk-ant-api…) or a setup-token (sk-ant-oat…).');

const wrongWords: Readonly<Record<Exclude<WrongKind, 'other-vendor' | 'non-ascii' | 'illegal-character'>, DiagnosisWords>> = {
  'admin-key': {
    title: safeText('This is an Admin key.'),
    advice: safeText('Admin keys manage an organization and cannot send messages. Create an API key in the Claude Console instead.'),
  },
  'refresh-token': {
    title: safeText('This is a refresh token.'),
    advice: safeText('It belongs to a login and cannot be used by itself. Run “claude setup-token” and paste what it prints.'),
  },
  'oauth-code': {
    title: safeText('This is a login code, not a token.'),
    advice: safeText('Paste the code where “claude setup-token” asks for it; then paste here the token that it prints.'),
  },
  'oauth-url': {
    title: safeText('This is the address of a login page.'),
    advice: safeText('Open it in a browser and finish “claude setup-token”; then paste here the token that it prints.'),
  },
  'session-cookie': {
    title: safeText('This is a browser session of claude.ai.'),
    advice: safeText('OpenClaw cannot use it. Log out of that session if others may have seen it, then paste an API key or a setup-token.'),
  },
  'shell-command': {
    title: safeText('This is a shell command.'),
    advice: safeText('Nothing was run. Run it in a shell if it prints the credential, then paste what it printed.'),
  },
  placeholder: {
    title: safeText('This is a placeholder from a manual.'),
    advice: safeText('Paste your own API key or setup-token in its place.'),
  },
  'file-path': {
    title: safeText('This is the path of a file.'),
    advice: safeText('The file was not read. Paste the credential that is in it.'),
  },
  'console-url': {
    title: safeText('This is a web address.'),
    advice: safeText('Nothing was opened. Create an API key on that page if it is the Claude Console, then paste the key.'),
  },
  unrecognised: {
    title: safeText('This is not an Anthropic credential that clawdial knows.'),
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
      return { title: safeText('There is nothing here yet.'), advice: askForCredential };
    case 'usable':
      return {
        title: say`This has the form of a ${kindWords[diagnosis.kind]}.`,
        advice: safeText('Only the live check can tell whether it works.'),
      };
    case 'truncated':
      return {
        title: say`This ${kindWords[diagnosis.kind]} is cut off: it has ${diagnosis.length} characters, 108 are expected.`,
        advice: safeText('Copy it again from a window wider than 130 columns, so that it is not broken over two lines.'),
      };
    case 'wrong':
      return wrongCredentialWords(diagnosis);
  }
}

function wrongCredentialWords(wrong: WrongCredential): DiagnosisWords {
  switch (wrong.what) {
    case 'other-vendor':
      return { title: say`This is a credential of ${wrong.vendor}.`, advice: askForCredential };
    case 'non-ascii':
      return {
        title: say`Character ${wrong.position} is not a plain letter, digit, “-” or “_”.`,
        advice: safeText('It may only look like one. Copy the credential again from where it was created.'),
      };
    case 'illegal-character':
      return {
        title: say`Character ${wrong.position} cannot be part of an Anthropic credential.`,
        advice: safeText('Only letters, digits, “-” and “_” can. Copy the credential again from where it was created.'),
      };
    default:
      return wrongWords[wrong.what];
  }
}
