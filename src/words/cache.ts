import { words } from './spoken.ts';

export { listWords, pathWords, placeWords, valueWords } from './neutral/config-text.ts';
export const {
  explainWords,
  agentTitle,
  retentionWords,
  configuredWords,
  layerWords,
  standingOfLayer,
  betaWords,
  authWords,
  sourceWords,
} = words.cache;
