/**
 * The program's own way of writing, as a process: adds profiles to a store, one change each. Prints OK after each one that it
 * reports as saved, else the result. argv: FILE NAME VALUE [COUNT] [FIRST_MS NEXT_MS] [WAIT_MS]
 */
import { addProfile, saidOf } from '../support/add-profile.ts';

const [path = '', name = '', key = '', count = '1', firstMs = '1', nextMs = '1', waitMs = '60000'] = process.argv.slice(2);
const patience = { settle: { firstMs: Number(firstMs), nextMs: Number(nextMs) }, waitMs: Number(waitMs) };

for (let index = 0; index < Number(count); index += 1) {
  const id = Number(count) === 1 ? name : `${name}-${index}`;
  process.stdout.write(`${saidOf(await addProfile({ path, id, key }, patience))}\n`);
}
