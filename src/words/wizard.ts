import { words } from './spoken.ts';

export const {
  stepNames,
  foundWords,
  typeWords,
  kindWords,
  obstacleWords,
  chooseWords,
  noticeWords,
  obtainWords,
  agentsWords,
  pasteWords,
  trustWords,
  checkWords,
  nameWords,
  reviewWords,
  doneWords,
  goodbyeWords,
} = words.wizard;
