// Reads files and parses them as JSON: what any program that knows them must do at least. Plain JavaScript, because Node
// takes longer to get ready for TypeScript than for all of this.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

const [list = ''] = argv.slice(2);
for (const file of readFileSync(list, 'utf8').split('\n')) if (file !== '') JSON.parse(readFileSync(file, 'utf8'));
