// Loaded into the program before anything else (NODE_OPTIONS=--import): its clock stands still, so that a picture of it
// changes only when a screen does.
const fixed = Number(process.env.CLAWDIAL_PICTURE_TIME);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...parts) {
    super(...(parts.length === 0 ? [fixed] : parts));
  }

  static now() {
    return fixed;
  }
};
