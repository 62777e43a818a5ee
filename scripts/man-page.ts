// Writes man/clawdial.1 from the tree of commands, when the package is packed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { addInstallationOptions, createProgram } from '../src/commands/program.ts';
import { manPage } from '../src/commands/help/man-page.ts';

mkdirSync(new URL('../man/', import.meta.url), { recursive: true });
writeFileSync(new URL('../man/clawdial.1', import.meta.url), manPage(createProgram(), addInstallationOptions(new Command())));
