import { words } from './spoken.ts';

export const {
  explainWords,
  agentTitle,
  pathWords,
  valueWords,
  placeWords,
  retentionWords,
  configuredWords,
  layerWords,
  standingOfLayer,
  betaWords,
  authWords,
  sourceWords,
  listWords,
} = words.cache;
