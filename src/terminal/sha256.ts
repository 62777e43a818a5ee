/**
 * SHA-256 of bytes, or of a text in UTF-8, in hex. Node's crypto takes longer to load than a plain command may take as a
 * whole (8 ms beside a bare Node's 28, measured), so it is loaded when something is hashed.
 */
export function sha256(data: string | Uint8Array): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(data).digest('hex');
}
