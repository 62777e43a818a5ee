/** The languages that the program speaks, by their ISO 639-1 codes. */
export const languages = ['en', 'nl'] as const;

export type Language = (typeof languages)[number];

let spoken: Language = 'en';

/** Decides what the whole process speaks. Call it before anything that has words is loaded: words are looked up once. */
export function speak(language: Language): void {
  spoken = language;
}

/** What this process speaks. */
export function spokenLanguage(): Language {
  return spoken;
}

export function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language === code);
}
