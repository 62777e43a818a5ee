/** Stops the whole process for so many ms: where no turn may be given away, and where a descriptor has to be asked again. */
export function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
