import { readCredential, type ReadCredential } from '../../../src/anthropic/credential.ts';
import { secretOf } from '../../parts/secret-draft.ts';
import { goBack, show, stay } from '../navigation.ts';
import { onward } from '../onward.ts';
import type { Screen, WizardEvent, WizardState, WizardUpdate } from '../state.ts';

type PasteScreen = Extract<Screen, { readonly name: 'paste' }>;

/** The secret field: text changes the draft, Enter reads it, an unusual value needs a second word. */
export function updatePaste(state: WizardState, screen: PasteScreen, event: WizardEvent): WizardUpdate {
  switch (event.type) {
    case 'draft':
      return show(state, { ...screen, draft: event.draft, asking: false, tried: false });
    case 'back':
      return screen.asking ? show(state, { ...screen, asking: false }) : goBack(state);
    case 'edit-credential':
      return show(state, { ...screen, asking: false });
    case 'keep-credential':
      return screen.asking ? take(state, screen, readCredential(secretOf(screen.draft))) : stay(state);
    case 'continue':
      return submit(state, screen);
    default:
      return stay(state);
  }
}

function submit(state: WizardState, screen: PasteScreen): WizardUpdate {
  if (screen.asking) return stay(state);
  const reading = readCredential(secretOf(screen.draft));
  const { diagnosis } = reading;
  if (diagnosis.state === 'usable' && diagnosis.warnings.length === 0) return take(state, screen, reading);
  if (diagnosis.state === 'usable' || diagnosis.state === 'truncated') return show(state, { ...screen, asking: true, tried: true });
  return show(state, { ...screen, tried: true });
}

/** The type follows what was pasted, not what was chosen before: a setup-token kept as an API key would fail later. */
function take(state: WizardState, screen: PasteScreen, reading: ReadCredential): WizardUpdate {
  const { diagnosis, secret, summary } = reading;
  if (diagnosis.state !== 'usable' && diagnosis.state !== 'truncated') return stay(state);
  const credential = { secret, summary, kind: diagnosis.kind, variable: null };
  const asked: WizardState = { ...state, screen: { ...screen, asking: false } };
  return onward(asked, { ...screen.answers, credential, obtained: true });
}
