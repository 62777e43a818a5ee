/** The part of jju 1.4 that clawdial uses; the package has no types of its own. */
declare module 'jju' {
  interface Token {
    /** The exact characters of the token; all of them joined are the text. */
    readonly raw: string;
    readonly type: 'whitespace' | 'comment' | 'key' | 'literal' | 'separator' | 'newline';
    /** Names of the containers around the token, outermost first; a number for an array element. */
    readonly stack: readonly (string | number)[];
    /** The parsed value of a key or a literal. */
    readonly value?: unknown;
  }

  const jju: {
    /** Throws a SyntaxError with `row` and `column` (1-based) when the text is not JSON5. */
    tokenize(text: string): readonly Token[];
  };
  export default jju;
}
