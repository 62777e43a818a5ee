// Reads a file and parses it as JSON5, with the parser that OpenClaw uses. Plain JavaScript, as `parse-json.mjs` is.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import json5 from 'json5';

const [file = ''] = argv.slice(2);
json5.parse(readFileSync(file, 'utf8'));
