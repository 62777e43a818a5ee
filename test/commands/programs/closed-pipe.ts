// Prints for ever, until no one reads any more.
import { print } from '../../../src/commands/output.ts';
import { safeText } from '../../../src/terminal/safe-text.ts';

for (;;) print(safeText('line '.repeat(200)));
