import { ExpectedFailure } from '../failure.ts';

/** Leaves what a person has to be told to the whole program: it reads again, and says what is wrong. */
export async function answered(answer: () => Promise<boolean>): Promise<boolean> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof ExpectedFailure) return false;
    throw error;
  }
}
