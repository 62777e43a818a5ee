import { words } from './spoken.ts';

export const { describeObstacle } = words.obstacle;
