import { createContext } from 'react';
import type { KeyMode } from '../../src/terminal/key-tokens.ts';

/** Tells the feed of keys how to understand the next ones; the app sets it to `KeyFeed.setMode`. */
export const InputModeContext = createContext<(mode: KeyMode) => void>(() => undefined);
