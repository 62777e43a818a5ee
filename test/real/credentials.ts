import { madeUpCredential } from '../../src/demo/demo-home.ts';

/** What is saved with the real releases; nobody owns them. */
export const credentials = { key: madeUpCredential('api-key', 'real'), token: madeUpCredential('setup-token', 'real'), newKey: madeUpCredential('api-key', 'renewed') } as const;
