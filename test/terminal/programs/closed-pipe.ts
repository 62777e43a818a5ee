// Prints for ever, until no one reads any more.
import { endOnClosedPipe } from '../../../src/terminal/lifecycle.ts';

endOnClosedPipe(process.stdout);

function print(): void {
  process.stdout.write(`${'line '.repeat(200)}\n`);
  setImmediate(print);
}

print();
