export type { StoreWarningWords } from './en/store-warning.ts';
