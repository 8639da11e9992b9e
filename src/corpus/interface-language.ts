import { languages } from '../publication/assets.js';

/** The languages in which pages can be made: code, and name in itself. */
export const interfaceLanguages = async (): Promise<{ code: string; name: string }[]> =>
  Object.entries(await languages()).map(([code, { name }]) => ({ code, name }));
