const lineFeed = 0x0a;

/**
 * The lines of a stream of bytes, without their ends. A line that is longer than the limit is left out and never held in
 * memory; so is a last one without an end, which is still being written, or was torn.
 *
 * @param skipFirst true when the stream starts in the middle of a file, and so perhaps of a line
 */
export async function* wholeLines(pieces: AsyncIterable<Uint8Array>, limitBytes: number, skipFirst: boolean): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let skipping = skipFirst;
  for await (const piece of pieces) {
    let start = 0;
    for (let end = piece.indexOf(lineFeed); end !== -1; end = piece.indexOf(lineFeed, start)) {
      const last = piece.subarray(start, end);
      if (!skipping && heldBytes + last.length <= limitBytes) yield Buffer.concat([...held, last]);
      [held, heldBytes, skipping] = [[], 0, false];
      start = end + 1;
    }
    const rest = piece.subarray(start);
    heldBytes += rest.length;
    skipping ||= heldBytes > limitBytes;
    held = skipping ? [] : [...held, rest];
  }
}
