import * as en from './en/words.ts';
import { spokenLanguage, type Language } from './language.ts';

/** Every sentence of the program; English is the model, and a language that lacks one does not compile. */
export type Words = typeof en;

const tables: Readonly<Record<Language, () => Words | Promise<Words>>> = {
  en: () => en,
};

/** The sentences of the language that this process speaks. */
export const words: Words = await tables[spokenLanguage()]();
