/** Surnames that are also words, and begin sentences as such. */
export const WORDS_TOO: ReadonlySet<string> = new Set(
  `Ball Beam Begin Bell Black Church Cook Day Field Frost Gray Green Hill Holt Home Horn Hunt King Lie Long Lord Major March
  May Merchant North Page Porter Price Rice Rich Rose Snow Stone Turner West White Wood Young`.split(/\s+/),
);

/** Surnames that many bear: without a title or an office they tell nobody. */
const COMMON: ReadonlySet<string> = new Set(
  `Allen Anderson Baker Barre Brown Bush Butler Casey Chen Clark Cutler Dumas Ford Fraser Garcia Gates Goldberg Howe Hu Hua
  Huang Hull Johnson Kirk Lee Li Liu Lloyd Lodge Malik Marie Marshall Mayer Morrison Novikov Owen Patterson Pavlov Perkins
  Pickering Powell Rao Richardson Rogers Schmidt Singh Smith Stewart Strauss Suzuki Thompson Turner Vinogradov Wallace
  Walters Watson Wilson Zhao`.split(/\s+/),
);
/** Whether a surname without a title can mean one man out of office. */
export const tellsAlone = (surname: string): boolean =>
  surname.length > 3 && !COMMON.has(surname) && !WORDS_TOO.has(surname);
