import { Secret } from '../../src/terminal/secret.ts';

/** 93 characters in which no short piece stands twice in a row, as in a real credential. */
const body = 'q7Lm2_Zx-9RtVb4NcKe0WyHs8-JpUa5GdFo1_TiXn6QrMl3Bv-Yk2CzEw7Sh_Pj4Ug9Af0Do-Tq5Ix8Nr1Lm6Bv_Kc3ZQ';

export const apiKeyText = `sk-ant-api03-${body}AA`;
export const setupTokenText = `sk-ant-oat01-${body}AA`;
export const apiKey = new Secret(apiKeyText);
export const setupToken = new Secret(setupTokenText);
/** A piece from the middle: it must show up nowhere. */
export const middle = body.slice(20, 60);
