import type * as english from './en/words.ts';
import { spokenLanguage, type Language } from './language.ts';

/** Every sentence of the program; English is the model, and a language that lacks one does not compile. */
export type Words = typeof english;

/** Only the language that is spoken is loaded. */
const tables: Readonly<Record<Language, () => Promise<Words>>> = {
  en: () => import('./en/words.ts'),
  nl: () => import('./nl/words.ts'),
};

/** The sentences of the language that this process speaks. */
export const words: Words = await tables[spokenLanguage()]();
