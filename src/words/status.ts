import { words } from './spoken.ts';

export type { WarningWords } from './en/status.ts';
export const { payerWords, expiryWords, warningWords, storeStopWords, statusWords, statusUsageWords, probeWords, statusCommandWords } = words.status;
