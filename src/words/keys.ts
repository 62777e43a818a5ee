import { words } from './spoken.ts';

export const { keyNames, wizardKeyLabels, editorKeyLabels } = words.keys;
