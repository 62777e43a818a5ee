// Prints a document that is much longer than what is written at once, with characters of one to four bytes.
import { printJson } from '../../../src/commands/output.ts';

printJson({ texts: Array.from({ length: 3000 }, (_, index) => `${'x'.repeat(index % 7)}é…😀`.repeat(20)), one: '😀é'.repeat(100_000) });
