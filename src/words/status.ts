import { words } from './spoken.ts';

export type { WarningWords } from './en/status.ts';
export const { payerWords, expiryWords, warningWords, recoveryHint, storeStopWords, statusWords, statusUsageWords, probeWords, statusCommandWords } = words.status;
