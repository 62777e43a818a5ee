// Draws the README's pictures from the real program. A test fails when those in docs/ are not these.
import { mkdirSync, writeFileSync } from 'node:fs';
import { drawPictures } from '../test/support/pictures.ts';

const docs = new URL('../docs/', import.meta.url);
mkdirSync(docs, { recursive: true });
for (const [name, svg] of await drawPictures()) writeFileSync(new URL(`${name}.svg`, docs), svg);
