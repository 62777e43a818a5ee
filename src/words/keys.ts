import { words } from './spoken.ts';

export { keyNames } from './neutral/key-names.ts';
export const { wizardKeyLabels, editorKeyLabels } = words.keys;
