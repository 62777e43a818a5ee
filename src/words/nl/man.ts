import { say } from '../../terminal/safe-text.ts';

export const manFileWords = {
  config: say`de config van OpenClaw; alleen de bytes van een gewijzigde instelling worden geschreven`,
  store: say`de inloggegevens van een agent, waar deze OpenClaw ze in bestanden bewaart`,
  backup: say`naast een gewijzigd bestand: wat er ervoor in stond, modus 0600`,
  journal: say`naast de config: wat undo van de laatste wijzigingen moet weten, modus 0600`,
  preferences: say`de voorkeuren van clawdial zelf`,
  code: say`wat V8 van clawdial heeft gecompileerd, zodat de volgende start snel is; mag altijd weg`,
} as const;
