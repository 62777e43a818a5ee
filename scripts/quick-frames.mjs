import { fileURLToPath } from 'node:url';

const ours = fileURLToPath(new URL('row-output.mjs', import.meta.url));

/** Ink draws its frames with `row-output.mjs`. A version of Ink in which that has no place ends the build. */
export const rowByRow = {
  name: 'frames row by row',
  setup: (plugins) => {
    let isPlaced = false;
    plugins.onResolve({ filter: /^\.\/output\.js$/ }, ({ importer }) => {
      if (!importer.endsWith('/ink/build/renderer.js')) return undefined;
      isPlaced = true;
      return { path: ours };
    });
    plugins.onEnd(() => (isPlaced ? undefined : { errors: [{ text: 'Ink draws otherwise than it did: look at scripts/quick-frames.mjs' }] }));
  },
};
